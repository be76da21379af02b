-- Stands before every script (WIRE.md tells the keys and fields).
-- KEYS[1] is the base name with its hash tag, {images}: it decides the cluster slot, and every key
-- that a script builds from it lies in that same slot. The clock is that of Redis, never a worker's.
local base = KEYS[1]
local pending, delayed, dead = base .. ':pending', base .. ':delayed', base .. ':dead'
local workers, stats, recent = base .. ':workers', base .. ':stats', base .. ':recent'
local clock = redis.call('TIME')
local now = clock[1] * 1000 + math.floor(clock[2] / 1000)

local function task_key(id) return base .. ':task:' .. id end
local function held_by(worker) return base .. ':processing:' .. worker end
local function alive_key(worker) return base .. ':alive:' .. worker end
local function count(what, by) redis.call('HINCRBY', stats, what, by) end

local function bury(id, reason)
  redis.call('LPUSH', dead, id)
  redis.call('HSET', task_key(id), 'state', 'dead', 'error', reason, 'ended', now)
  count('buried', 1)
end

-- The id already lies in the worker's list. Writes down who has it and makes a new token, so that
-- no earlier holder's word counts any more. Returns what a worker needs, or nil if there is no task.
local function hand_out(worker, id)
  local task = task_key(id)
  local fields = redis.call('HGETALL', task)
  local complete = false
  for i = 1, #fields, 2 do complete = complete or fields[i] == 'image' end
  if not complete then
    redis.call('LREM', held_by(worker), 1, id)
    bury(id, 'the data of the task is missing')
    return nil
  end
  local token = redis.call('HINCRBY', task, 'token', 1)
  redis.call('HSET', task, 'state', 'processing', 'worker', worker, 'taken', now)
  return {id, token, fields}
end

-- Takes up to n tasks from the end of the queue, oldest first. RPOPLPUSH is LMOVE RIGHT LEFT under
-- its old name, which servers before 6.2 know too.
local function take(worker, n)
  local batch = {}
  while #batch < n do
    local id = redis.call('RPOPLPUSH', pending, held_by(worker))
    if not id then break end
    batch[#batch + 1] = hand_out(worker, id)
  end
  return batch
end

-- Whether this worker still holds the task under this token; 'again' if it said the same before
-- and only the answer was lost.
local function standing_of(worker, id, token, outcome)
  local was = redis.call('HMGET', task_key(id), 'state', 'token', 'worker')
  if was[2] ~= token or was[3] ~= worker then return 'refused' end
  if was[1] == 'processing' then return 'holds' end
  if was[1] == outcome then return 'again' end
  return 'refused'
end
