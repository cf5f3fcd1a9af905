"""The worker of auth: follows the staff of kindergartens."""

from kezek.auth.adapters.redis import Cache, connect
from kezek.auth.entrypoints.consumers import build_consumers
from kezek.auth.settings import AuthSettings
from kezek.platform.clock import SystemClock
from kezek.platform.worker import Worker


def main() -> None:
    settings = AuthSettings()
    cache = Cache(connect(settings.redis_url, settings.redis_timeout_s))
    Worker("auth", settings, build_consumers(cache, SystemClock())).run()


if __name__ == "__main__":
    main()
