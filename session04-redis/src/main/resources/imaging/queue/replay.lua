-- Gives dead tasks a new life, attempts from 0. ARGV: ids. Returns how many were dead.
local replayed = 0
for _, id in ipairs(ARGV) do
  if redis.call('LREM', dead, 1, id) == 1 then
    redis.call('HSET', task_key(id), 'state', 'pending', 'attempt', 0)
    redis.call('HDEL', task_key(id), 'ended')
    redis.call('LPUSH', pending, id)
    replayed = replayed + 1
  end
end
if replayed > 0 then count('replayed', replayed) end
return replayed
