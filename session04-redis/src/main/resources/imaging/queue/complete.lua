-- Stores results, takes the tasks off the worker's list, and hands out the next ones: one step, so
-- that no crash can fall between. ARGV: worker, milliseconds to keep a result, how many to take
-- next, then id, token, result for each task. Returns {list of 1 (accepted) or 0, next tasks}.
local worker, keep = ARGV[1], ARGV[2]
local accepted, done, refused = {}, 0, 0
for i = 4, #ARGV, 3 do
  local id, task = ARGV[i], task_key(ARGV[i])
  local standing = standing_of(worker, id, ARGV[i + 1], 'done')
  if standing == 'holds' then
    local times = redis.call('HMGET', task, 'at', 'taken')
    redis.call('LREM', held_by(worker), 1, id)
    redis.call('HSET', task, 'state', 'done', 'result', ARGV[i + 2], 'ended', now)
    redis.call('PEXPIRE', task, keep)
    done = done + 1
    -- What the monitor draws: when, milliseconds waited, milliseconds worked.
    redis.call('LPUSH', recent, now .. ' ' .. times[2] - times[1] .. ' ' .. now - times[2])
  end
  if standing == 'refused' then refused = refused + 1 end
  accepted[#accepted + 1] = standing == 'refused' and 0 or 1
end
if done > 0 then count('done', done) end
if refused > 0 then count('refused', refused) end
if redis.call('LLEN', recent) > 2000 then redis.call('LTRIM', recent, 0, 999) end
return {accepted, take(worker, tonumber(ARGV[3]))}
