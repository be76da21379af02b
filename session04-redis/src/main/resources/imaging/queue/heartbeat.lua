-- Renews a worker's lease. ARGV: worker, milliseconds, what it says about itself.
-- The worker is in the register before it can hold a task: recovery looks there, never with KEYS.
redis.call('SET', alive_key(ARGV[1]), ARGV[3], 'PX', ARGV[2])
redis.call('ZADD', workers, now, ARGV[1])
return 1
