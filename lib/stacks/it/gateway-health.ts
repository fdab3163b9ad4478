/** Key of argocd-cm under which Argo CD looks for the health check of a Gateway. */
export const GATEWAY_HEALTH_KEY = 'resource.customizations.health.gateway.networking.k8s.io_Gateway';

/**
 * Lua that tells Argo CD the health of a Gateway, in place of its built-in check. That one waits for `Programmed`, which
 * Cilium 1.18 sets only once a load balancer has given the Service an address (cilium#47092): a Gateway behind node ports
 * would be Progressing for ever, while it serves. This one asks whether the Gateway and its listeners are accepted and
 * find what they refer to.
 */
export const GATEWAY_HEALTH = `\
local function find(conditions, type)
  for _, condition in ipairs(conditions or {}) do
    if condition.type == type then return condition end
  end
end

local function problem(conditions)
  for _, type in ipairs({"Accepted", "ResolvedRefs"}) do
    local condition = find(conditions, type)
    if condition ~= nil and condition.status == "False" then return condition.message or type end
  end
end

local status = obj.status or {}
local message = problem(status.conditions)
for _, listener in ipairs(status.listeners or {}) do
  message = message or problem(listener.conditions)
end
if message ~= nil then return {status = "Degraded", message = message} end

local accepted = find(status.conditions, "Accepted")
if accepted == nil or accepted.status ~= "True" then
  return {status = "Progressing", message = "Waiting for the Gateway to be accepted"}
end
return {status = "Healthy", message = "Accepted, with all its listeners"}
`;
