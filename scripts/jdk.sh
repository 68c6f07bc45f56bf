# Finds a JDK of version 21 or newer, for ./vitrine and ./check. Sourced, not run.

LEAST_JAVA=21

# Sets JDK (its folder) and JAVA_VERSION (21, 25, …); fails with one sentence on stderr.
find_jdk() {
  local home
  if [[ -n ${VITRINE_JAVA_HOME:-} ]]; then
    # Named on purpose: say that it does not do, rather than take another in silence.
    use_jdk "$VITRINE_JAVA_HOME" && return
    echo "VITRINE_JAVA_HOME is $VITRINE_JAVA_HOME, which is no JDK $LEAST_JAVA or newer: point it to one, or unset it." >&2
    return 1
  fi
  use_jdk "${JAVA_HOME:-}" && return
  use_jdk "$(home_of_java_on_path)" && return
  while read -r home; do
    use_jdk "$home" && return
  done < <(installed_jdks)
  echo "Vitrine needs a JDK $LEAST_JAVA or newer and finds none: install one (Debian 13: apt-get install openjdk-21-jdk; any system: https://adoptium.net) or set VITRINE_JAVA_HOME." >&2
  return 1
}

use_jdk() {
  local version
  version=$(java_version_in "$1")
  [[ -n $version && $version -ge $LEAST_JAVA ]] || return 1
  JDK=$1
  JAVA_VERSION=$version
}

# Prints the flags that keep newer Javas from warning, at every start, about what libraries still do.
quiet_java() {
  ((JAVA_VERSION < 24)) || echo --sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED
}

# Prints the major version of the JDK in a folder; nothing for what is no JDK (a JRE has no javac).
java_version_in() {
  [[ -n $1 && -x $1/bin/java && -x $1/bin/javac && -r $1/release ]] || return 0
  sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release"
}

home_of_java_on_path() {
  command -v javac >/dev/null || return 0
  java -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java\.home = //p'
}

# Prints every JDK in the usual folders, the newest first.
installed_jdks() {
  local home version
  for home in \
    /usr/lib/jvm/* /usr/java/* /opt/* /opt/java/* /opt/jdk/* \
    "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home \
    "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
    /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
    version=$(java_version_in "$home")
    [[ -z $version ]] || echo "$version $home"
  done | sort -rn | cut -d' ' -f2-
}
