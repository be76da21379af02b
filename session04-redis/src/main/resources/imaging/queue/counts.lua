-- How many tasks are where: {pending, processing, delayed, dead, statistics (field, value, ...)}.
local processing = 0
for _, worker in ipairs(redis.call('ZRANGE', workers, 0, -1)) do
  processing = processing + redis.call('LLEN', held_by(worker))
end
return {redis.call('LLEN', pending), processing, redis.call('ZCARD', delayed),
  redis.call('LLEN', dead), redis.call('HGETALL', stats)}
