/* Put before each source of the build for libFuzzer: what a program keeps in statics gets sections of its own, which
   fresh.c sets back between two inputs. */
#pragma clang section bss = "fuzz_bss" data = "fuzz_data"
