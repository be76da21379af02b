-- Counts a failed attempt. ARGV: worker, id, token, attempts allowed (0: give up at once), delay in
-- milliseconds, reason. Returns 0 refused, 1 delayed, 2 dead.
local worker, id, token = ARGV[1], ARGV[2], ARGV[3]
local task = task_key(id)
if standing_of(worker, id, token, 'delayed') == 'again' then return 1 end
local standing = standing_of(worker, id, token, 'dead')
if standing == 'again' then return 2 end
if standing == 'refused' then
  count('refused', 1)
  return 0
end
redis.call('LREM', held_by(worker), 1, id)
count('failed', 1)
if redis.call('HINCRBY', task, 'attempt', 1) >= tonumber(ARGV[4]) then
  bury(id, ARGV[6])
  return 2
end
redis.call('ZADD', delayed, now + ARGV[5], id)
redis.call('HSET', task, 'state', 'delayed', 'error', ARGV[6])
return 1
