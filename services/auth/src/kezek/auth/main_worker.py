"""The worker of auth: follows the staff of kindergartens."""

from kezek.auth.adapters.redis import Cache, connect
from kezek.auth.entrypoints.consumers import build_consumers
from kezek.auth.settings import AuthSettings
from kezek.platform.clock import SystemClock
from kezek.platform.worker import Worker


def build_worker(settings: AuthSettings) -> Worker:
    """The worker with all its parts; nothing runs yet."""
    cache = Cache(connect(settings.redis_url, settings.redis_timeout_s))
    return Worker("auth", settings, build_consumers(cache, SystemClock()))


def main() -> None:
    """Run the worker."""
    build_worker(AuthSettings()).run()


if __name__ == "__main__":
    main()
