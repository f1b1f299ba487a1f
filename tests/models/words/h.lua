require "lib.nothing"
