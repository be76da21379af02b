-- Takes everything from a worker whose lease has run out, counting an attempt for each. The lease is
-- looked at in here, so a worker cannot come back in between; a second recoverer finds nothing left.
-- ARGV: worker, attempts allowed, delay in milliseconds, most tasks to move.
-- Returns {requeued, dead}, or {-1, 0} if the worker is alive.
local worker, delay = ARGV[1], tonumber(ARGV[3])
if redis.call('EXISTS', alive_key(worker)) == 1 then return {-1, 0} end
local requeued, buried = 0, 0
while requeued + buried < tonumber(ARGV[4]) do
  local id = redis.call('RPOP', held_by(worker))
  if not id then break end
  local task = task_key(id)
  redis.call('HINCRBY', task, 'token', 1)
  if redis.call('HINCRBY', task, 'attempt', 1) >= tonumber(ARGV[2]) then
    bury(id, 'worker ' .. worker .. ' was lost while it had the task')
    buried = buried + 1
  else
    requeued = requeued + 1
    if delay > 0 then
      redis.call('ZADD', delayed, now + delay, id)
    else
      redis.call('LPUSH', pending, id)
    end
    redis.call('HSET', task, 'state', delay > 0 and 'delayed' or 'pending',
      'error', 'worker ' .. worker .. ' was lost while it had the task')
  end
end
if requeued + buried > 0 then count('recovered', requeued + buried) end
-- A move that was blocked on the server may still arrive within its second: the name stays a minute.
local seen = redis.call('ZSCORE', workers, worker)
if seen and tonumber(seen) < now - 60000 and redis.call('LLEN', held_by(worker)) == 0 then
  redis.call('ZREM', workers, worker)
end
return {requeued, buried}
