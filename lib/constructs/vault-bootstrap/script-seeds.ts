/** First values of secrets. */
export const SEEDS = String.raw`seed() {
  local path
  jq --raw-output '.[].path' "$SCRIPTS/seeds.json" >"$WORK/paths"
  while read -r path; do wait_for "$path to be writable" seed_path "$path"; done <"$WORK/paths"
}

# Fills in what is missing at one path. Not ready when someone else wrote in between: then it is looked at again.
seed_path() {
  local path=$1 version
  call GET "$MOUNT/data/$path"
  # A store that was mounted just now answers 400 for a moment.
  if [[ $status == 400 ]]; then return; fi
  expect "reading $path" 200 404
  version=$(field '.data.metadata.version // 0')
  field '.data.data // {}' >"$WORK/found.json"
  fill_in "$path"
  ready=yes
  if jq --slurp --exit-status '.[0] == .[1]' "$WORK/found.json" "$WORK/next.json" >/dev/null; then return; fi
  jq --argjson version "$version" '{options: {cas: $version}, data: .}' "$WORK/next.json" >"$WORK/write.json"
  send POST "$MOUNT/data/$path" <"$WORK/write.json"
  if [[ $status == 400 ]]; then
    ready=no
    return
  fi
  expect "writing $path" 200
  log "seeded $path"
}

fill_in() {
  local property kind detail
  cp "$WORK/found.json" "$WORK/next.json"
  missing "$1" >"$WORK/missing"
  while IFS=$'\t' read -r property kind detail; do
    first_value "$kind" "$detail" >"$WORK/value"
    if [[ ! -s $WORK/value ]]; then
      log "$1: property $property is missing, and only you can know it"
      continue
    fi
    jq --arg property "$property" --rawfile value "$WORK/value" '. + {($property): $value}' \
      "$WORK/next.json" >"$WORK/filled.json"
    mv "$WORK/filled.json" "$WORK/next.json"
  done <"$WORK/missing"
}

# Properties to fill in, one a line. Hashes come last, because each is of a property that may be missing itself; a
# property whose hash is there already stays missing, because a new value would not fit that hash.
missing() {
  jq --raw-output --arg path "$1" --slurpfile found "$WORK/found.json" '
    def absent($name): $found[0] | has($name) | not;
    .[] | select(.path == $path) | .properties as $all
    | [$all[] | select(absent(.property))
        | select(.property as $name | [$all[] | select(.seed.of == $name)] | all(absent(.property)))]
    | sort_by(.seed.kind == "bcrypt")[]
    | [.property, .seed.kind, (.seed | .length // .of // .value // "-")] | @tsv' "$SCRIPTS/seeds.json"
}

# first_value KIND DETAIL: nothing where nobody but a person can know it.
first_value() {
  case $1 in
    random) random "$2" ;;
    # The escapes are those of the list.
    literal-config) printf '%b' "$2" ;;
    bcrypt)
      jq --join-output --arg of "$2" '.[$of] // empty' "$WORK/next.json" >"$WORK/plain"
      if [[ -s $WORK/plain ]]; then bcrypt <"$WORK/plain"; fi
      ;;
  esac
}

# Letters, digits, "-" and "_", some of each, and no "-" in front that a program could take for a flag.
random() {
  local value=''
  until [[ $value =~ ^[A-Za-z0-9] && $value =~ [a-z] && $value =~ [A-Z] && $value =~ [0-9] && $value =~ [-_] ]]; do
    value=$(head -c 256 /dev/urandom | base64 | tr -d '\n=' | tr '+/' '-_' | cut -c "1-$1")
  done
  printf '%s' "$value"
}

# Helm is the one program of the image that knows bcrypt: a template of one line does it.
bcrypt() {
  local open='{''{' close='}''}'
  mkdir -p "$WORK/hash/templates"
  printf 'apiVersion: v2\nname: hash\nversion: 0.0.0\n' >"$WORK/hash/Chart.yaml"
  printf 'hash: %s bcrypt .Values.plain | quote %s\n' "$open" "$close" >"$WORK/hash/templates/hash.yaml"
  jq --raw-input --slurp '{plain: .}' | helm template hash "$WORK/hash" --values - |
    sed -n 's/^hash: "\(.*\)"$/\1/p' | tr -d '\n'
}
`;
