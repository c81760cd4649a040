#!/bin/sh
# After the deb or rpm is unpacked; electron-builder fills in the names. On PATH is the command line, not the program with the window.
set -e
folder='/opt/${sanitizedProductName}'
ln -sf "$folder/bin/sonde" /usr/bin/sonde

# Chromium's sandbox stands on user namespaces; only where the system has none at all does its helper need to be root's.
if [ -L /proc/self/ns/user ] && unshare --user true 2>/dev/null; then
  chmod 0755 "$folder/chrome-sandbox"
else
  chmod 4755 "$folder/chrome-sandbox"
fi

# Ubuntu 24.04 and later give user namespaces only to programs that have a profile.
if apparmor_status --enabled >/dev/null 2>&1; then
  source="$folder/resources/apparmor-profile"
  profile='/etc/apparmor.d/${executable}'
  if apparmor_parser --skip-kernel-load --debug "$source" >/dev/null 2>&1; then
    cp -f "$source" "$profile"
    # In the image of another system the running kernel is not the one meant.
    if ! { [ -x /usr/bin/ischroot ] && /usr/bin/ischroot; }; then
      apparmor_parser --replace --write-cache --skip-read-cache "$profile" || true
    fi
  fi
fi

if command -v update-desktop-database >/dev/null; then
  update-desktop-database /usr/share/applications || true
fi
