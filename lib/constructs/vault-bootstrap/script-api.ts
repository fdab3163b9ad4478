/** Messages, waiting, and requests to Vault. */
export const API = String.raw`log() { printf '%s\n' "$*" >&2; }

fail() {
  log "failed: $*"
  exit 1
}

# Runs a command until it sets ready=yes, for a while; the Job starts the container again after that. The command says
# so by a variable and not by its status, or a failure inside of it would go unnoticed.
wait_for() {
  local what=$1 attempt
  shift
  for attempt in $(seq "$ATTEMPTS"); do
    ready=no
    "$@"
    if [[ $ready == yes ]]; then return; fi
    if [[ $attempt == 1 ]]; then log "waiting for $what"; fi
    sleep 2
  done
  fail "still waiting for $what"
}

# call METHOD PATH [curl options]: the answer goes to $answer, its status to $status.
call() {
  local method=$1 path=$2
  shift 2
  : >"$answer"
  status=$(curl --silent --max-time 60 --request "$method" --header @"$WORK/header" --output "$answer" \
    --write-out '%{http_code}' "$@" "$address/v1/$path") || status=000
}

# As call, with stdin as the body.
send() { call "$@" --data-binary @-; }

answer=$WORK/answer
address=$VAULT_ADDR

# A field of the answer: jq options and filter.
field() { jq --raw-output "$@" "$answer"; }

# expect WHAT STATUS...: fails unless the last request was answered so.
expect() {
  local what=$1 each
  shift
  for each in "$@"; do
    if [[ $status == "$each" ]]; then return; fi
  done
  fail "$what: Vault answered $status $(field '.errors // [] | join("; ")' 2>/dev/null || true)"
}

wait_for_api() {
  for address in $VAULT_NODES; do wait_for "Vault at $address" api_answers; done
  address=$VAULT_ADDR
}

api_answers() {
  call GET sys/seal-status
  if [[ $status == 200 ]]; then ready=yes; fi
}
`;
