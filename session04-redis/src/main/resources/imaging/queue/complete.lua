-- Stores results, takes the tasks off the worker's list, and hands out the next ones: one step, so
-- that no crash can fall between. ARGV: worker, milliseconds to keep a result, how many to take
-- next, then id, token, result for each task. Returns {list of 1 (accepted) or 0, next tasks}.
local worker, keep = ARGV[1], ARGV[2]
local held = held_by(worker)
local accepted, done, refused, times = {}, 0, 0, {}
for i = 4, #ARGV, 3 do
  local id, task = ARGV[i], task_key(ARGV[i])
  local standing, at, taken = standing_of(worker, id, ARGV[i + 1], 'done')
  if standing == 'holds' then
    -- The oldest lies at the right end, and is mostly done first: -1 looks from there.
    redis.call('LREM', held, -1, id)
    redis.call('HSET', task, 'state', 'done', 'result', ARGV[i + 2], 'ended', now)
    redis.call('PEXPIRE', task, keep)
    done = done + 1
    -- What the monitor draws: when, milliseconds waited, milliseconds worked.
    if done <= 1000 then times[done] = now .. ' ' .. taken - at .. ' ' .. now - taken end
  end
  if standing == 'refused' then refused = refused + 1 end
  accepted[#accepted + 1] = standing == 'refused' and 0 or 1
end
-- What is the same for the whole batch is written once, not for each task.
if done > 0 then
  count('done', done)
  if redis.call('LPUSH', recent, unpack(times)) > 2000 then redis.call('LTRIM', recent, 0, 999) end
end
if refused > 0 then count('refused', refused) end
return {accepted, take(worker, tonumber(ARGV[3]))}
