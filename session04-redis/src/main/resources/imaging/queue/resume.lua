-- Hands out what lies in the worker's own list without the worker knowing: the answer to a take was
-- lost, or the process died and came back under the same name.
-- ARGV: worker, how many, ids that the worker does know of. Returns a list of {id, token, fields}.
local known = {}
for i = 3, #ARGV do known[ARGV[i]] = true end
local batch = {}
for _, id in ipairs(redis.call('LRANGE', held_by(ARGV[1]), 0, -1)) do
  if #batch < tonumber(ARGV[2]) and not known[id] then
    batch[#batch + 1] = hand_out(ARGV[1], id)
  end
end
return batch
