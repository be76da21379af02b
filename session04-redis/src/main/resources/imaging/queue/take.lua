-- Takes without waiting. ARGV: worker, how many. Returns a list of {id, token, fields}.
return take(ARGV[1], tonumber(ARGV[2]))
