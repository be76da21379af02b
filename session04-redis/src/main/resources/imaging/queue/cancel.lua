-- Ends a task that nobody needs any more, wherever it is. ARGV: id, milliseconds to keep its state.
-- Returns 1, or 0 if there is no such task or it has ended. LREM walks the list: rare, and bounded.
local id, task = ARGV[1], task_key(ARGV[1])
local was = redis.call('HMGET', task, 'state', 'worker')
local found = redis.call('ZREM', delayed, id)
if found == 0 then found = redis.call('LREM', pending, 1, id) end
if found == 0 and was[2] then found = redis.call('LREM', held_by(was[2]), 1, id) end
if found == 0 then return 0 end
redis.call('HINCRBY', task, 'token', 1)
redis.call('HSET', task, 'state', 'cancelled', 'ended', now)
redis.call('PEXPIRE', task, ARGV[2])
count('cancelled', 1)
return 1
