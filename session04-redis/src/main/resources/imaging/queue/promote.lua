-- Moves delayed tasks that are due to the queue. ARGV: how many at most. Returns how many moved.
local due = redis.call('ZRANGEBYSCORE', delayed, '-inf', now, 'LIMIT', 0, ARGV[1])
for _, id in ipairs(due) do
  redis.call('ZREM', delayed, id)
  redis.call('LPUSH', pending, id)
  redis.call('HSET', task_key(id), 'state', 'pending')
  count('retried', 1)
end
return #due
