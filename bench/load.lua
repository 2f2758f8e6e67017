-- Asks one query again and again; with a number, each time another query.
-- The arguments are the target of a request, and the number before the first.
-- Both servers get the same requests from this script, so that it costs both the same.

function init(args)
  wrk.path = args[1]
  wrk.headers["Accept"] = "application/sparql-results+json"
  local number = tonumber(args[2])
  if number then
    -- %7B and %7D are the braces of {organization} and {number}.
    local text = wrk.format()
    local head, middle, tail = text:match("^(.-)%%7Borganization%%7D(.-)%%7Bnumber%%7D(.*)$")
    request = function()
      number = number + 1
      return head .. number % 1000 .. middle .. number .. tail
    end
  end
end

function done(summary, latency, requests)
  local errors = summary.errors
  local lost = errors.connect + errors.read + errors.write + errors.timeout
  io.write(string.format(
    '\nfigures {"requests": %d, "seconds": %f, "refused": %d, "lost": %d, "p50_ms": %f}\n',
    summary.requests, summary.duration / 1e6, errors.status, lost,
    latency:percentile(50) / 1000))
end
