-- Renews a worker's lease. ARGV: worker, milliseconds, what it says about itself (empty: as before).
-- The worker is in the register before it can hold a task: recovery looks there, never with KEYS.
local says = ARGV[3]
if says == '' then says = redis.call('GET', alive_key(ARGV[1])) or '' end
redis.call('SET', alive_key(ARGV[1]), says, 'PX', ARGV[2])
redis.call('ZADD', workers, now, ARGV[1])
return 1
