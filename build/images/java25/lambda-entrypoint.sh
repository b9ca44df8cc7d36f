#!/bin/sh
# Does what the entry point of AWS's base images does: runs the bootstrap, under the emulator unless this is Lambda.
if [ $# -ne 1 ]; then
  echo "Give the handler as the only argument." >&2
  exit 142
fi
export _HANDLER="$1"
if [ -z "${AWS_LAMBDA_RUNTIME_API}" ]; then
  exec /usr/local/bin/aws-lambda-rie /var/runtime/bootstrap
else
  exec /var/runtime/bootstrap
fi
