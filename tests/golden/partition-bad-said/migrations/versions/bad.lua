revision { id = "bad", parent = nil, message = "Operations on partitions that cannot be said" }

function upgrade()
  attach_partition("events", "new", {})
  attach_partition("events", "new")
  attach_partition("events", "new", { from = 20, too = 30 })
  attach_partition("events", "new", { from = 20 })
  attach_partition("events", "new", { default = true, values = { 1 } })
  attach_partition("events", "new", { modulus = 4 })
  attach_partition("events", { default = true })
  attach_partition("events")
  detach_partition("events")
  detach_partition("events", "new", { concurrently = true, finalize = true })
  detach_partition("events", "new", { default = true })
end
