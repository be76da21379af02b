-- Puts a task back where it is taken next, attempts as before. ARGV: worker, id, token.
-- Returns 0 refused, 1 put back.
local worker, id, token = ARGV[1], ARGV[2], ARGV[3]
local standing = standing_of(worker, id, token, 'pending')
if standing == 'refused' then
  count('refused', 1)
  return 0
end
if standing == 'holds' then
  redis.call('LREM', held_by(worker), 1, id)
  redis.call('RPUSH', pending, id)
  redis.call('HSET', task_key(id), 'state', 'pending')
end
return 1
