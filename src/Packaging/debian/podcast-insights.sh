#!/bin/sh
# Runs the program with the service's settings and as the service's user, so that what it writes can be read by the service.
set -e
if [ "$(id -u)" = 0 ]; then
    exec runuser -u podcast-insights -- "$0" "$@"
fi

if [ -r /etc/default/podcast-insights ]; then
    set -a
    . /etc/default/podcast-insights
    set +a
fi

exec /usr/lib/podcast-insights/PodcastInsights.Web "$@"
