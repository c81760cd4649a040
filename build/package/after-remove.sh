#!/bin/sh
# After the deb or rpm is taken away; what people checked stays in their homes. An update also comes here, after the new version is in place.
folder='/opt/${sanitizedProductName}'
if [ ! -e "$folder/bin/sonde" ]; then
  if [ "$(readlink /usr/bin/sonde)" = "$folder/bin/sonde" ]; then
    rm -f /usr/bin/sonde
  fi
  profile='/etc/apparmor.d/${executable}'
  if [ -f "$profile" ]; then
    if apparmor_status --enabled >/dev/null 2>&1 && ! { [ -x /usr/bin/ischroot ] && /usr/bin/ischroot; }; then
      apparmor_parser --remove "$profile" || true
    fi
    rm -f "$profile"
  fi
fi
