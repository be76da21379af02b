-- After a blocking move: writes down that the worker has the task. ARGV: worker, id.
-- Returns {{id, token, fields}}, or {} if the task has meanwhile been taken away from the list
-- (a recoverer thought the worker dead) or another thread of the worker has begun it.
local worker, id = ARGV[1], ARGV[2]
if redis.call('HGET', task_key(id), 'state') == 'processing' then return {} end
if redis.call('LREM', held_by(worker), 1, id) == 0 then return {} end
redis.call('LPUSH', held_by(worker), id)
return {hand_out(worker, id)}
