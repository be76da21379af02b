-- Adds tasks at the start of the list, all or none of the batch. A batch of several chunks books its
-- places with the first one, so that the last cannot be refused; a booking lapses after a minute.
-- ARGV: bound, batch (a name), places for the whole batch (first chunk) or -1 (later ones),
-- then for each task: id, number of values, field, value, field, value ...
-- Returns {new tasks}, or {-1, free places} when the batch does not fit and nothing was added.
local bound, batch, places = tonumber(ARGV[1]), ARGV[2], tonumber(ARGV[3])
local booked_key, booked, mine = base .. ':booked', 0, 0
local bookings = redis.call('HGETALL', booked_key)
for i = 1, #bookings, 2 do
  local left, until_ms = string.match(bookings[i + 1], '^(%d+) (%d+)$')
  if tonumber(until_ms) < now then redis.call('HDEL', booked_key, bookings[i])
  elseif bookings[i] == batch then mine = tonumber(left)
  else booked = booked + left end
end

local fresh, seen, at = {}, {}, 4
while at <= #ARGV do
  local known = seen[ARGV[at]] or redis.call('EXISTS', task_key(ARGV[at])) == 1
  if not known then fresh[#fresh + 1] = at end
  seen[ARGV[at]] = true
  at = at + 2 + ARGV[at + 1]
end
if places >= 0 then
  local free = bound - redis.call('LLEN', pending) - booked
  mine = math.max(places, #fresh)
  if mine > free then return {-1, math.max(free, 0)} end
end

for _, start in ipairs(fresh) do
  local last = start + 1 + ARGV[start + 1]
  redis.call('HSET', task_key(ARGV[start]), 'state', 'pending', unpack(ARGV, start + 2, last))
  redis.call('LPUSH', pending, ARGV[start])
end
local left = mine - #fresh
if left > 0 then
  redis.call('HSET', booked_key, batch, left .. ' ' .. now + 60000)
elseif #bookings > 0 then
  redis.call('HDEL', booked_key, batch)
end
if #fresh > 0 then count('submitted', #fresh) end
return {#fresh}
