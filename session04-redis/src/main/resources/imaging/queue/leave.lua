-- A worker stops. Its name stays in the register while it holds anything. ARGV: worker.
-- Returns how many tasks it still holds.
redis.call('DEL', alive_key(ARGV[1]))
local held = redis.call('LLEN', held_by(ARGV[1]))
if held == 0 then redis.call('ZREM', workers, ARGV[1]) end
return held
