#!/usr/bin/env bash
# Verifies an evidence package without the software that wrote it.
#
#   bash verify.sh [--root root.pem] [--rp rp.pem] [--tsa tsa-root.pem] [directory of the package]
#
# Without a directory, it verifies the package in which it lies.
#
# --root  the root certificate that you trust, from BankID. Without it, only BankID's production root is accepted. The
#         script recognizes that root, in the package, by its key identifier.
# --rp    the certificate by which BankID knew the company that asked for the signature
# --tsa   the root of the authority that stamped the evidence with a time, if you trust one
#
# Each check prints one line. Exit status: 0 if all passed, 1 if one failed, 2 if nothing could be checked.
set -u
export LC_ALL=C TZ=UTC

PRODUCTION=678abab2ea481c7af53b6837277206eb9163cb53 # CN=BankID Root CA v1
TEST=4af7a36a08da083817195328c8daa6d634d85aba       # CN=Test BankID Root CA v1 Test

stop() {
  echo "verify.sh: $*" >&2
  exit 2
}

package=$(dirname "${BASH_SOURCE[0]}")
root='' rp='' tsa=''
while [ $# -gt 0 ]; do
  case $1 in
    --root | --rp | --tsa)
      [ $# -gt 1 ] && [ -r "$2" ] || stop "$1 needs the path of a certificate (PEM)."
      path=$(cd "$(dirname "$2")" && pwd)/$(basename "$2")
      case $1 in --root) root=$path ;; --rp) rp=$path ;; *) tsa=$path ;; esac
      shift 2
      ;;
    *)
      [ -d "$1" ] && [ $# = 1 ] || stop "Usage: bash verify.sh [--root root.pem] [--rp rp.pem] [--tsa tsa-root.pem] [directory]"
      package=$1
      shift
      ;;
  esac
done
for tool in openssl xmlsec1 xmllint sha256sum base64 sed grep; do
  command -v "$tool" > /dev/null || stop "$tool is missing. Debian and Ubuntu: apt-get install openssl xmlsec1 libxml2-utils"
done
for path in "$root" "$rp" "$tsa"; do
  [ -z "$path" ] || openssl x509 -in "$path" -noout 2> /dev/null || stop "$path is not a certificate (PEM)."
done
cd "$package" && [ -r signature.xml ] || stop "$package is not the directory of an evidence package: it has no signature.xml."
work=$(mktemp -d) || stop "There is no place for temporary files."
trap 'rm -rf "$work"' EXIT

failures=0
# What a package says must not steer the terminal.
printable() { tr -d '\000-\011\013-\037\177' | sed $'s/\302[\200-\237]//g'; }
said() { printf '%-7s %s: %s\n' "$1" "$2" "${3//$'\n'/ }" | printable; }
ok() { said ok "$@"; }
note() { said note "$@"; }
failed() {
  said FAILED "$@"
  failures=$((failures + 1))
}

# The value of a member of a JSON file that this package's writer wrote on one line. In a string, a quote is always
# escaped, so no text can look like a member. A member that is there twice has no value: readers of JSON would differ.
member() {
  [ "$(grep -o "\"$2\":" "$1" 2> /dev/null | wc -l)" -eq 1 ] || return
  grep -o "\"$2\":\"[^\"]*\"" "$1" 2> /dev/null | cut -d '"' -f 4
}
# A member of BankID's answer, which BankID may write with white space, and with +, / and = escaped.
answered() {
  grep -aoE "\"$1\" *: *\"[^\"]*\"" bankid-answer.json |
    sed -E 's/.*: *"//;s/"$//;s/\\u002[bB]/+/g;s/\\u002[fF]/\//g;s/\\u003[dD]/=/g;s/\\//g' | lines
}
# Whether all JSON readers, and the function member, read the same values from a file: it has one line, no white space or control
# character, no character escaped that need not be, and no member twice. (Each step has the same members; "mrtd" is in
# two objects.)
STRING='"([^"\\]|\\.)*"'
is_plain() {
  [ "$(grep -c '' "$1")" = 1 ] &&
    [ "$(tr -dc '\000-\011\013-\037' < "$1" | wc -c)" -eq 0 ] &&
    sed -E "s/$STRING/s/g" "$1" | grep -aqxE '\{[][{}:,0-9a-zE.+-]*\}' &&
    ! sed -E "s/$STRING/s/g" "$1" | grep -aqE '[]}s][[{s]' &&
    ! sed -E 's/\\\\//g; s/\\u00[01][0-9A-F]//g' "$1" | grep -aq '\\[u/]' &&
    [ -z "$(grep -aoE "$STRING:?" "$1" | grep -a '":$' | grep -avxE '"(step|passed|reported|status|(sub_)?indication|detail|mrtd)":' | sort | uniq -d)" ]
}
# A file as JSON writes it in a string.
escaped() {
  local code char to script='s/[\\"]/\\&/g' text
  for ((code = 1; code < 32; code++)); do
    case $code in
      8) to='\\b' ;; 9) to='\\t' ;; 10) continue ;; 12) to='\\f' ;; 13) to='\\r' ;;
      *) printf -v to '\\\\u%04X' "$code" ;;
    esac
    printf -v char '%03o' "$code"
    printf -v char '%b' "\\0$char"
    script+=";s/$char/$to/g"
  done
  # The x keeps line feeds at the end. All control characters are gone when line feeds become one.
  text=$({ cat "$1"; echo x; } | sed "$script" | tr '\n' '\001' | sed $'s/\001/\\\\n/g')
  printf '%s' "${text%x\\n}"
}
# Whether evidence.json has this text in this member, or neither if there is no such file.
has_text() {
  [ "$(grep -aoE "\"$1\":$STRING" evidence.json)" = "$([ ! -e "$2" ] || printf '"%s":"%s"' "$1" "$(escaped "$2")")" ]
}
xpath() { xmllint --nonet --xpath "$1" signature.xml 2> /dev/null; }
signed() { xpath "string(/*/*/*[local-name()='bankIdSignedData']/$1)"; }
decoded() { tr -d '[:space:]' | base64 -d 2> /dev/null; }
lines() { paste -s -d ' ' -; }
# The second of a time in UTC; nothing if the text is anything else.
second() { grep -xE '[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{1,9})?Z' <<< "$1" | cut -c 1-19; }
utc() { date -d "@$1" +%Y-%m-%dT%H:%M:%S 2> /dev/null || date -r "$1" +%Y-%m-%dT%H:%M:%S 2> /dev/null; }
epoch() { date -d "$1" +%s 2> /dev/null || date -j -f '%b %e %T %Y %Z' "$1" +%s 2> /dev/null; }

# FILES: nothing was changed, and the files agree with each other.
NAMES='report\.html|verify\.sh|signature\.xml|ocsp\.der|user_(non_)?visible_data\.txt|stamped\.txt|stamp\.tst'
NAMES+='|(registration|validation-report|evidence|bankid-answer)\.json|certificates/([1-5]-(signer|ca)|ocsp-responder|root)\.pem'
files() {
  local changed name unlisted
  [[ -f SHA256SUMS && ! -L SHA256SUMS ]] || { failed FILES "SHA256SUMS is missing, or it is not a plain file"; return; }
  unlisted=$(find . ! -type d ! -path ./SHA256SUMS -print0 | while IFS= read -r -d '' name; do
    name=${name#./}
    [[ -f $name && ! -L $name && $name != *[[:cntrl:]]* ]] && cut -c 67- SHA256SUMS | grep -qxF -e "$name" || printf '%q\n' "$name"
  done | lines)
  [ -z "$unlisted" ] || { failed FILES "SHA256SUMS does not list $unlisted, or it is not a plain file"; return; }
  # Any other line could be a path to another directory, or be read in another way by sha256sum.
  changed=$(grep -avE "^[0-9a-f]{64}  ($NAMES)\$" SHA256SUMS 2> /dev/null | cut -c 67- | lines)
  if grep -aqvE "^[0-9a-f]{64}  ($NAMES)\$" SHA256SUMS 2> /dev/null; then
    failed FILES "SHA256SUMS has a line that is not the sum of a file of a package: $changed"
    return
  fi
  changed=$(sha256sum -c SHA256SUMS 2> /dev/null | grep -v ': OK$' | sed 's/: .*//' | lines)
  [ -z "$changed" ] || { failed FILES "not as the package was written: $changed"; return; }
  for name in report.html verify.sh signature.xml ocsp.der user_visible_data.txt registration.json validation-report.json evidence.json; do
    grep -q "  $name\$" SHA256SUMS 2> /dev/null || { failed FILES "SHA256SUMS does not list $name"; return; }
  done
  for name in registration.json validation-report.json evidence.json; do
    is_plain "$name" || { failed FILES "$name is not as the service writes it: two readers may read different things in it"; return; }
  done
  for name in participant_id process_id user_visible_data_format; do
    [ "$(member evidence.json "$name")" = "$(member registration.json "$name")" ] || { failed FILES "evidence.json has another $name than registration.json"; return; }
  done
  member evidence.json signature | decoded | cmp -s - signature.xml || { failed FILES "evidence.json has another signature than signature.xml"; return; }
  [ "$(member evidence.json ocsp_response)" = "$(base64 < ocsp.der | tr -d '\n')" ] || { failed FILES "evidence.json has another OCSP response than ocsp.der"; return; }
  for name in orderRef:order_ref personalNumber:personal_number ipAddress:ip_address signature:signature ocspResponse:ocsp_response; do
    [ ! -e bankid-answer.json ] || [ "$(answered "${name%:*}")" = "$(member evidence.json "${name#*:}")" ] ||
      { failed FILES "bankid-answer.json has another ${name%:*} than evidence.json"; return; }
  done
  if [ -e stamp.tst ] || [ -n "$(member evidence.json token)" ]; then
    member evidence.json token | decoded | cmp -s - stamp.tst || { failed FILES "evidence.json has another time stamp than stamp.tst"; return; }
  fi
  ok FILES "every file fits SHA256SUMS, which finds damage and not fraud"
}

# ROOT: the certificate that all trust begins with.
trusted=''
root() {
  local key id
  # The first certificate of a file alone: whatever follows it was not looked at.
  trusted=$work/root.pem
  if [ -n "$root" ]; then
    openssl x509 -in "$root" -out "$trusted" 2> /dev/null
    ok ROOT "the root that you gave: $(openssl x509 -in "$trusted" -noout -subject -nameopt RFC2253 2> /dev/null)"
    return
  fi
  if [ ! -e certificates/root.pem ]; then
    trusted=''
    failed ROOT "the package has no root, because the certificates lead to none that the service trusts"
    return
  fi
  openssl x509 -in certificates/root.pem -out "$trusted" 2> /dev/null
  key=$(openssl x509 -in "$trusted" -noout -pubkey 2> /dev/null)
  id=$(openssl rsa -pubin -RSAPublicKey_out -outform DER 2> /dev/null <<< "$key" | openssl dgst -sha1 -r | cut -c 1-40)
  if ! openssl verify -no_check_time -check_ss_sig -no-CApath -no-CAstore -CAfile "$trusted" "$trusted" > /dev/null 2>&1; then
    failed ROOT "the root in the package does not sign itself: something in it was changed"
    return
  fi
  case $id in
    "$PRODUCTION") ok ROOT "BankID's production root, by its key identifier" ;;
    "$TEST") failed ROOT "BankID's test root, under which nobody signs in earnest. To accept it: --root certificates/root.pem" ;;
    *) failed ROOT "a sandbox's root, not BankID's (key identifier $id). To accept it: --root certificates/root.pem" ;;
  esac
}

# XML_SIGNATURE: one signature by one key over one piece of data.
count() { xpath "count($1)"; }
XML_DECLARATION="^<\\?xml version=[\"']1\\.0[\"']( encoding=[\"']utf-8[\"'])?( standalone=[\"'](yes|no)[\"'])? ?\\?>"
is_bankid_form() {
  # In another encoding grep would find no DOCTYPE, and readers could find different texts.
  [ "$(head -c 1 signature.xml)" = '<' ] &&
    [ "$(tr -dc '\000' < signature.xml | wc -c)" -eq 0 ] &&
    { ! head -c 6 signature.xml | grep -q '^<?xml' || head -c 100 signature.xml | grep -aqiE "$XML_DECLARATION"; } &&
    ! grep -aq '<!DOCTYPE' signature.xml &&
    [ "$(count "//*[local-name()='Signature']")" = 1 ] &&
    [ "$(count "//*[local-name()='bankIdSignedData']")" = 1 ] &&
    [ "$(count "/*/*[local-name()='Object']/*[local-name()='bankIdSignedData' and @Id='bidSignedData']")" = 1 ] &&
    [ "$(count "/*/*[local-name()='KeyInfo' and @Id='bidKeyInfo']")" = 1 ] &&
    [ "$(count "//@*[.='bidSignedData' or .='bidKeyInfo']")" = 2 ] &&
    [ "$(count "//*[local-name()='SignedInfo']/*[local-name()='Reference']")" = 2 ] &&
    [ "$(xpath "//*[local-name()='SignedInfo']//@URI" | grep -o '"[^"]*"' | sort | lines)" = '"#bidKeyInfo" "#bidSignedData"' ] &&
    ! xpath "//*[local-name()='SignedInfo']//@Algorithm" | grep -o '"[^"]*"' | grep -qvxE \
      '"http://www.w3.org/(TR/2001/REC-xml-c14n-20010315|2001/04/xmldsig-more#(rsa-sha(256|384|512)|sha384)|2001/04/xmlenc#sha(256|512))"'
}
certificates=0
xml_signature() {
  local i listed
  if ! is_bankid_form; then
    failed XML_SIGNATURE "signature.xml does not have BankID's form, so a text in it may be one that nobody signed"
    return
  fi
  listed=$(count "//*[local-name()='KeyInfo']//*[local-name()='X509Certificate']")
  for ((i = 1; i <= listed && i <= 5; i++)); do
    xpath "string((//*[local-name()='KeyInfo']//*[local-name()='X509Certificate'])[$i])" | decoded |
      openssl x509 -inform DER -out "$work/$i.pem" 2> /dev/null || { failed XML_SIGNATURE "a certificate in signature.xml cannot be read"; return; }
  done
  if [ "$listed" -lt 2 ] || [ "$listed" -gt 5 ]; then
    failed XML_SIGNATURE "signature.xml has $listed certificates"
    return
  fi
  certificates=$listed
  openssl x509 -in "$work/1.pem" -noout -pubkey > "$work/signer.pub"
  if xmlsec1 --verify --id-attr:Id bankIdSignedData --id-attr:Id KeyInfo --enabled-reference-uris same-doc \
    --enabled-key-data rsa --pubkey-pem "$work/signer.pub" signature.xml > "$work/xmlsec" 2>&1 &&
    grep -q 'References (ok/all): 2/2' "$work/xmlsec"; then
    ok XML_SIGNATURE "made with the key of the signer's certificate, and nothing has changed since"
  else
    failed XML_SIGNATURE "the signature does not fit its data: something was changed after the signing"
  fi
}

# CERTIFICATE_CHAIN: from the signer's certificate to the root, at the time of signing.
at='' produced=''
signing_time() {
  local said
  openssl ocsp -respin ocsp.der -noverify -text -respout "$work/ocsp.der" > "$work/whole" 2> /dev/null
  cmp -s "$work/ocsp.der" ocsp.der || failed OCSP_RESPONSE "ocsp.der cannot be read, or has something after the response"
  # What the responder signed. The certificates after it are not signed, and may say anything.
  sed '/^ *Signature Algorithm:/,$d' "$work/whole" > "$work/ocsp"
  produced=$(sed -n 's/^ *Produced At: //p' "$work/ocsp" | head -n 1)
  [ -z "$produced" ] || at=$(epoch "$produced")
  # The service may not have known the time of a signature that it rejected.
  [ -n "$at" ] || return
  [ "$service" = passed ] || [ -n "$(member validation-report.json signing_time)" ] || return
  for said in "$(member validation-report.json signing_time)" "$(member evidence.json signed_at)"; do
    [ "$(second "$said")" = "$(utc "$at")" ] || { failed SIGNING_TIME "the files name another time of signing, $said, than the OCSP response: $produced"; return; }
  done
}
chain() {
  local i untrusted=()
  if [ -z "$trusted" ] || [ "$certificates" = 0 ] || [ -z "$at" ]; then
    failed CERTIFICATE_CHAIN "not checked, because the root, the certificates or the time is missing"
    return
  fi
  for ((i = 2; i <= certificates; i++)); do untrusted+=(-untrusted "$work/$i.pem"); done
  if ! openssl verify -attime "$at" -no-CApath -no-CAstore -CAfile "$trusted" "${untrusted[@]}" "$work/1.pem" > "$work/chain" 2>&1; then
    failed CERTIFICATE_CHAIN "the signer's certificate does not lead to the root: $(sed -n 's/.*lookup: *//p' "$work/chain" | head -n 1)"
  elif ! openssl x509 -in "$work/1.pem" -noout -ext keyUsage 2> /dev/null | grep -qE 'Digital Signature|Non Repudiation'; then
    failed CERTIFICATE_CHAIN "the signer's certificate is not meant for signing"
  else
    ok CERTIFICATE_CHAIN "the signer's certificate leads to the root, and was valid on $produced"
  fi
}

# OCSP_RESPONSE, CERTIFICATE_STATUS: an authorized responder said "good".
ocsp() {
  local i
  if [ -z "$trusted" ] || [ "$certificates" = 0 ] || [ -z "$at" ]; then
    failed OCSP_RESPONSE "not checked, because the root, the certificates or the time is missing"
    return
  fi
  for ((i = 2; i <= certificates; i++)); do cat "$work/$i.pem"; done > "$work/issuers"
  openssl ocsp -respin ocsp.der -issuer "$work/2.pem" -cert "$work/1.pem" -no_nonce -no-CApath -no-CAstore \
    -CAfile "$trusted" -verify_other "$work/issuers" -attime "$at" > "$work/status" 2>&1
  if grep -q '^Response verify OK' "$work/status"; then
    ok OCSP_RESPONSE "signed by a responder that the issuer of the signer's certificate authorized"
  else
    failed OCSP_RESPONSE "no authorized responder signed the OCSP response: $(sed -n 's/.*error:\(.*\)/\1/p' "$work/status" | head -n 1 | cut -d : -f 4-5)"
  fi
  if grep -q '/1\.pem: good' "$work/status" && [ "$(grep -c 'Cert Status' "$work/ocsp")" = 1 ]; then
    ok CERTIFICATE_STATUS "the signer's certificate was not revoked"
  else
    failed CERTIFICATE_STATUS "the signer's certificate is $(sed -n 's/.*\/1\.pem: *//p' "$work/status" | head -n 1 | sed 's/^$/not named in the OCSP response/;s/^ERROR.*/not named in the OCSP response/')"
  fi
}

# OCSP_NONCE: the response was made for this signature. The digest is over the base64 text that BankID sent.
nonce() {
  local nonce digest
  # BankID's response has the responder's certificate and no other.
  if [ "$(grep -c '^Certificate:' "$work/whole")" != 1 ]; then
    failed OCSP_NONCE "the OCSP response does not have one certificate"
    return
  fi
  if [ "$(grep -c 'OCSP Nonce' "$work/ocsp")" != 1 ]; then
    failed OCSP_NONCE "the OCSP response does not have one nonce that its responder signed"
    return
  fi
  nonce=$(grep -m 1 -A 1 'OCSP Nonce' "$work/ocsp" | tail -n 1 | tr -d ' ' | tr A-F a-f)
  digest=$(member evidence.json signature | tr -d '\n' | openssl dgst -sha1 -r | cut -c 1-40)
  [ ${#digest} = 40 ] || { failed OCSP_NONCE "this OpenSSL has no SHA-1"; return; }
  case $nonce in
    "$digest"* | 04[0-9a-f][0-9a-f]"$digest"*) ok OCSP_NONCE "the OCSP response was made for exactly this signature" ;;
    *) failed OCSP_NONCE "the OCSP response was made for another signature" ;;
  esac
}

UNREAD="not checked, because signature.xml does not have BankID's form"

# SIGNED_TEXT: what the person read, and what was signed with it.
text() {
  local format
  if [ "$certificates" = 0 ]; then
    failed SIGNED_TEXT "$UNREAD"
    return
  fi
  format=$(signed "*[local-name()='usrVisibleData']/@format")
  if ! signed "*[local-name()='usrVisibleData']" | decoded | cmp -s - user_visible_data.txt; then
    failed SIGNED_TEXT "another text was signed than the one in user_visible_data.txt"
  elif [ "$(count "//*[local-name()='usrNonVisibleData']")" != "$([ -e user_non_visible_data.txt ] && echo 1 || echo 0)" ] ||
    { [ -e user_non_visible_data.txt ] && ! signed "*[local-name()='usrNonVisibleData']" | decoded | cmp -s - user_non_visible_data.txt; }; then
    failed SIGNED_TEXT "other data was signed with the text than user_non_visible_data.txt"
  elif ! has_text user_visible_data user_visible_data.txt || ! has_text user_non_visible_data user_non_visible_data.txt; then
    failed SIGNED_TEXT "another text stands in evidence.json than was signed"
  else
    case "$(member registration.json user_visible_data_format) $format" in
      'PLAINTEXT ' | 'PLAINTEXT plaintext' | 'SIMPLE_MARKDOWN_V1 simpleMarkdownV1')
        ok SIGNED_TEXT "exactly the text in user_visible_data.txt$([ ! -e user_non_visible_data.txt ] || echo ', and the data in user_non_visible_data.txt')"
        ;;
      *) failed SIGNED_TEXT "the text was shown in the format '$format', and registered in another" ;;
    esac
  fi
}

# SIGNED_FUNCTION: a signing, not an identification.
signed_function() {
  local function
  function=$(signed "*[local-name()='clientInfo']/*[local-name()='funcId']")
  if [ "$certificates" = 0 ]; then
    failed SIGNED_FUNCTION "$UNREAD"
  elif [ "$function" = Signing ]; then
    ok SIGNED_FUNCTION "the app presented a signing"
  else
    failed SIGNED_FUNCTION "the app presented something else than a signing: '$function'"
  fi
}

# BINDING: if the registration gave no data of its own, a line binds the signature to its process and participant.
binding() {
  local expected
  if ! grep -aq 'enterprise-signing:' user_non_visible_data.txt 2> /dev/null; then
    note BINDING "no line of the service binds the signature to its participant: compare the client's own data or text with your records"
    return
  fi
  expected="enterprise-signing:v1;process=$(member registration.json process_id);participant=$(member registration.json participant_id);text-sha256=$(sha256sum < user_visible_data.txt | cut -c 1-64)"
  if printf '%s' "$expected" | cmp -s - user_non_visible_data.txt; then
    ok BINDING "the signature belongs to this process and participant"
  else
    failed BINDING "the signature belongs to another process, participant or text than registration.json says"
  fi
}

# SIGNER: the certificate, BankID's answer and the registration name one person.
certified() { openssl x509 -in "$work/1.pem" -noout -subject -nameopt multiline,utf8,-esc_msb 2> /dev/null | sed -n "s/^ *$1 *= //p" | lines; }
signer() {
  local certificate registered answered
  certificate=$(certified serialNumber)
  registered=$(member registration.json personal_number)
  answered=$(member evidence.json personal_number)
  if [ -z "$certificate" ]; then
    failed SIGNER "not checked, because the signer's certificate cannot be read"
  elif [ "$certificate" != "$registered" ]; then
    failed SIGNER "the certificate belongs to $certificate, and $registered was to sign"
  elif [ "$answered" != "$registered" ]; then
    failed SIGNER "BankID's answer names $answered, and $registered was to sign"
  else
    ok SIGNER "the certificate, BankID's answer and the registration name $registered. In the certificate the name is $(certified givenName) $(certified surname)"
  fi
}

# RELYING_PARTY: whom the app named to the signer. The order of a name's attributes does not matter.
attributes() { tr '[:upper:]' '[:lower:]' | tr ',' '\n' | sed 's/^ *//;s/ *$//' | sort | lines; }
relying_party() {
  local named own
  named=$(signed "*[local-name()='srvInfo']/*[local-name()='name']" | decoded | tr -d '\000-\037')
  if [ "$certificates" = 0 ]; then
    failed RELYING_PARTY "$UNREAD"
    return
  fi
  if [ -z "$rp" ]; then
    note RELYING_PARTY "the app named '$named' to the signer. To compare this with a certificate: --rp rp.pem"
    return
  fi
  own=$(openssl x509 -in "$rp" -noout -subject -nameopt rfc2253,utf8,-esc_msb 2> /dev/null | sed 's/^subject= *//')
  if [ -n "$named" ] && [ "$(attributes <<< "$named")" = "$(attributes <<< "$own")" ]; then
    ok RELYING_PARTY "the app named the holder of the RP certificate to the signer"
  else
    failed RELYING_PARTY "the app named another company to the signer: '$named', not '$own'"
  fi
}

# REQUIREMENT: the signed policies are those of the certificate, and among those that were required.
among() { # whether a pattern of the list covers the policy
  local pattern patterns
  read -ra patterns <<< "$2"
  for pattern in "${patterns[@]}"; do
    # shellcheck disable=SC2053 # a * in a policy stands for one or more numbers
    if [[ $1 == $pattern ]]; then return 0; fi
  done
  return 1
}
requirement() {
  local stated policies required policy held=no each
  if [ "$certificates" = 0 ]; then
    failed REQUIREMENT "not checked, because the signer's certificate cannot be read"
    return
  fi
  stated=$(signed "*[local-name()='clientInfo']//*[local-name()='condition'][*[local-name()='type']='CertificatePolicies']/*[local-name()='value']" | tr ',' ' ')
  policies=$(openssl x509 -in "$work/1.pem" -noout -ext certificatePolicies 2> /dev/null | sed -n 's/^ *Policy: //p' | lines)
  required=$(sed -n 's/.*"certificate_policies":\[\([^]]*\)\].*/\1/p' registration.json 2> /dev/null | tr -d '"' | tr ',' ' ')
  read -ra each <<< "$policies"
  for policy in "${each[@]}"; do
    if among "$policy" "$stated"; then held=yes; fi
  done
  if [ -n "$stated" ] && [ "$held" = no ]; then
    failed REQUIREMENT "the signed condition names the policy '$stated', and the certificate has '$policies'"
  elif [ -z "$stated" ] && [ -n "$required" ]; then
    failed REQUIREMENT "the signed data states no policy, and '$required' was required"
  else
    read -ra each <<< "$stated"
    for policy in "${each[@]}"; do
      if [ -n "$required" ] && ! among "$policy" "$required"; then
        failed REQUIREMENT "the signed condition names the policy '$policy', and '$required' was required"
        return
      fi
    done
    ok REQUIREMENT "the signed conditions fit the certificate and the registration"
  fi
}

# Whether the token verifies under these certificates, at its own time, because they may have expired since.
is_stamped() {
  openssl ts -verify -data stamped.txt -in stamp.tst -token_in -attime "$(epoch "$1")" -CAfile "${@:2}" > "$work/tsa" 2>&1
}

# TIME_STAMP: when the signature, the OCSP response and the texts existed, according to an authority.
time_stamp() {
  local time files=(signature.xml ocsp.der user_visible_data.txt)
  if [ ! -e stamp.tst ]; then
    [ -z "$tsa" ] || note TIME_STAMP "the package has no time stamp"
    return
  fi
  [ ! -e user_non_visible_data.txt ] || files+=(user_non_visible_data.txt)
  if ! sha256sum "${files[@]}" 2> /dev/null | cmp -s - stamped.txt; then
    failed TIME_STAMP "the time stamp is of another evidence: stamped.txt has other fingerprints than the files"
    return
  fi
  time=$(openssl ts -reply -in stamp.tst -token_in -text 2> /dev/null | sed -n 's/^Time stamp: //p')
  [ -n "$time" ] || { failed TIME_STAMP "the time stamp cannot be read"; return; }
  # An authority may write fractions of a second.
  if [ "$(utc "$(epoch "$time")")" != "$(second "$(member evidence.json at)")" ]; then
    failed TIME_STAMP "evidence.json names another time, $(member evidence.json at), than the time stamp: $time"
    return
  fi
  openssl pkcs7 -inform DER -in stamp.tst -print_certs -out "$work/tsa.pem" 2> /dev/null
  # Without a root, only the certificates in the time stamp itself vouch for it. A token may name its whole chain, which
  # OpenSSL cuts short with -partial_chain; or leave out the root, and then OpenSSL needs -partial_chain.
  is_stamped "$time" "${tsa:-$work/tsa.pem}" || is_stamped "$time" "${tsa:-$work/tsa.pem}" -partial_chain
  if grep -q 'message imprint mismatch' "$work/tsa"; then
    failed TIME_STAMP "the time stamp is of another evidence"
  elif ! grep -q '^Verification: OK' "$work/tsa"; then
    failed TIME_STAMP "the time stamp does not verify: $(sed -nE 's/.*(Verify error:|routines:[^:]*:)([^:]*).*/\2/p' "$work/tsa" | head -n 1)"
  elif [ -n "$tsa" ]; then
    ok TIME_STAMP "signature, OCSP response and texts existed on $time, according to an authority under the root that you gave: $(openssl x509 -in "$tsa" -noout -subject -nameopt RFC2253 2> /dev/null)"
  else
    note TIME_STAMP "an authority says that signature, OCSP response and texts existed on $time. To check who it is: --tsa tsa-root.pem"
  fi
}

# CERTIFICATES: the PEM files are copies of what the signature and the OCSP response contain, and of the root.
copies() {
  local i name other
  for ((i = 1; i <= certificates; i++)); do
    name=certificates/$i-$([ "$i" = 1 ] && echo signer || echo ca).pem
    cmp -s "$name" "$work/$i.pem" || { failed CERTIFICATES "$name is not the certificate in signature.xml"; return; }
  done
  other=$(cd certificates 2> /dev/null && for name in *-signer.pem *-ca.pem; do
    [[ ! -e $name || $name = 1-signer.pem || $name = [2-9]-ca.pem && ${name%%-*} -le $certificates ]] || echo "certificates/$name"
  done | lines)
  if [ "$certificates" != 0 ] && [ -n "$other" ]; then
    failed CERTIFICATES "$other is not in signature.xml"
  elif [ -e certificates/ocsp-responder.pem ] &&
    ! sed -n '/^-----BEGIN CERTIFICATE-----$/,/^-----END CERTIFICATE-----$/p' "$work/whole" | cmp -s - certificates/ocsp-responder.pem; then
    failed CERTIFICATES "certificates/ocsp-responder.pem is not the certificate in ocsp.der"
  elif [ -e certificates/root.pem ] && ! openssl x509 -in certificates/root.pem 2> /dev/null | cmp -s - certificates/root.pem; then
    failed CERTIFICATES "certificates/root.pem holds something other than one certificate"
  elif [ -e certificates/root.pem ] && [ -n "$trusted" ] && ! openssl x509 -in "$trusted" 2> /dev/null | cmp -s - certificates/root.pem; then
    failed CERTIFICATES "certificates/root.pem is another root than the one that you gave"
  fi
}

service=failed
grep -q '^{"indication":"TOTAL-PASSED"' validation-report.json 2> /dev/null && service=passed
files
root
xml_signature
signing_time
copies
chain
ocsp
nonce
text
signed_function
binding
signer
relying_party
requirement
time_stamp

echo
if [ "$failures" = 0 ]; then
  echo "All checks passed. $(member registration.json personal_number) signed the text in user_visible_data.txt on $produced." | printable
  echo "These checks are of the signature. report.html, and names and addresses in evidence.json, must say the same."
  [ "$service" = passed ] || echo "The service had rejected it: see validation-report.json."
  exit 0
fi
echo "$failures failed. Do not rely on this signature before you know why."
[ "$service" = failed ] || echo "The service had accepted it: see validation-report.json."
exit 1
