-- Who is in the register: a list of {name, last seen, milliseconds of lease left (negative: none),
-- tasks held, what it says about itself}.
local all, names = {}, redis.call('ZRANGE', workers, 0, -1, 'WITHSCORES')
for i = 1, #names, 2 do
  local alive = alive_key(names[i])
  all[#all + 1] = {
    names[i], names[i + 1], redis.call('PTTL', alive),
    redis.call('LLEN', held_by(names[i])), redis.call('GET', alive) or ''}
end
return all
