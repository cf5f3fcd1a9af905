"""nginx as the private gateway: fills the template of deploy/gateway."""

import os
import re
from collections.abc import Mapping
from pathlib import Path

from kezek_local.folders import CHECKOUT, SUPPORT_EMAIL, SUPPORT_PHONE, Folders, open_to_servers
from kezek_local.openapi import publish
from kezek_local.ports import SERVICES, Ports
from kezek_local.program import Program
from kezek_local.readiness import http_ready

TEMPLATE = CHECKOUT / "deploy/gateway/nginx.conf.template"
PAGES = CHECKOUT / "deploy/gateway/pages"
MODULES = Path("/usr/lib/nginx/modules")
BROTLI = MODULES / "ngx_http_brotli_filter_module.so"
BROTLI_STATIC = MODULES / "ngx_http_brotli_static_module.so"
BUILT_WEB = CHECKOUT / "web/dist"


def make(folders: Folders, ports: Ports, replicas: Mapping[str, int]) -> None:
    """Writes the settings."""
    folder = folders.root / "gateway"
    folder.mkdir(parents=True, exist_ok=True)
    settings = folder / "nginx.conf"
    settings.write_text(render(TEMPLATE.read_text(), values(folders, ports, replicas)))
    for page in PAGES.iterdir():
        copied = folder / "pages" / page.name
        copied.parent.mkdir(exist_ok=True)
        copied.write_text(render(page.read_text(), {"SUPPORT": f"{SUPPORT_PHONE}, {SUPPORT_EMAIL}"}))
        open_to_servers(copied.parent)
        open_to_servers(copied)
    copy_web(BUILT_WEB, folder / "web")
    publish(folders.openapi)
    open_to_servers(folders.openapi)


def copy_web(built: Path, served: Path) -> None:
    """Puts the built web client where nginx may read it; shells last, and what open pages still ask for stays."""
    served.mkdir(exist_ok=True)
    files = [path for path in built.rglob("*") if path.is_file() and ".vite" not in path.parts]
    for path in sorted(files, key=_is_shell):
        copied = served / path.relative_to(built)
        copied.parent.mkdir(parents=True, exist_ok=True)
        copied.write_bytes(path.read_bytes())
        open_to_servers(copied)
    for folder in (served, *(path for path in served.rglob("*") if path.is_dir())):
        open_to_servers(folder)
    for copied in served.rglob("*.html*"):
        if not (built / copied.relative_to(served)).exists():
            copied.unlink()  # of a page that is no more; it would show the release before


def _is_shell(path: Path) -> bool:
    return ".html" in path.name


def program(folders: Folders, ports: Ports) -> Program:
    """How it is run; as root, its workers leave root's rights behind."""
    folder = folders.root / "gateway"
    return Program(
        name="gateway",
        tier=4,
        argv=(
            "/usr/sbin/nginx",
            "-p",
            str(folder),
            "-e",
            str(folders.logs / "gateway.log"),
            "-c",
            str(folder / "nginx.conf"),
        ),
        cwd=folder,
        ready=http_ready(ports.gateway, "/ping"),
        settings=folder / "nginx.conf",
        ports=((ports.gateway, "the gateway"),),
    )


def values(folders: Folders, ports: Ports, replicas: Mapping[str, int]) -> dict[str, str]:
    """What the template asks for (deploy/gateway/README.md)."""
    origins = (f"http://127.0.0.1:{ports.gateway}", f"http://localhost:{ports.gateway}")
    return {
        "USER": "user www-data;" if os.geteuid() == 0 else "",
        "LOAD_MODULES": " ".join(f"load_module {module};" for module in (BROTLI, BROTLI_STATIC) if module.exists()),
        "BROTLI": "brotli on; brotli_types ${COMPRESSED};" if BROTLI.exists() else "",
        "COMPRESSED": "application/json application/problem+json application/javascript text/css image/svg+xml",
        "STATIC": "gzip_static on;" + (" brotli_static on;" if BROTLI_STATIC.exists() else ""),
        "WEB": str(folders.root / "gateway/web"),
        "WORKERS": "2",
        "FOLDER": str(folders.root / "gateway"),
        "LOGS": str(folders.logs),
        "LISTEN": f"127.0.0.1:{ports.gateway}",
        "ORIGINS": "\n".join(f'        "{origin}" 1;' for origin in origins),
        "UPSTREAMS": "\n".join(_upstream(service, ports, replicas.get(service, 1)) for service in SERVICES),
        "OPENAPI": str(folders.openapi),
        "NCALAYER": f"ws://127.0.0.1:{ports.ncalayer}",
        "SESSION_RATE": "500r/s",
        "SESSION_BURST": "1000",
        "ADDRESS_RATE": "5000r/s",
        "ADDRESS_BURST": "5000",
        "SESSION_CONNECTIONS": "200",
        "ADDRESS_CONNECTIONS": "3000",
        "SESSION_STREAMS": "8",
        "ADDRESS_STREAMS": "2000",
        "SIGN_IN_RATE": "1000r/s",
        "SIGN_IN_BURST": "2000",
        "PAGES": str(folders.root / "gateway/pages"),
    }


def render(template: str, known: Mapping[str, str]) -> str:
    """Replaces ${NAME}; twice, because a value may use another. An unknown name is an error."""
    for _ in range(2):
        template = re.sub(r"\$\{([A-Z_]+)\}", lambda match: known[match[1]], template)
    return template


def _upstream(service: str, ports: Ports, replicas: int) -> str:
    servers = [
        f"server 127.0.0.1:{ports.api(service, replica)} max_fails=1 fail_timeout=1s;" for replica in range(replicas)
    ]
    lines = "\n".join(f"        {line}" for line in servers)
    return f"    upstream {service} {{\n{lines}\n        keepalive 32;\n        keepalive_timeout 3s;\n    }}"
