"""Apache Kafka as one private process, broker and controller in one (architecture §local)."""

import base64
import shutil
import subprocess
import uuid
from pathlib import Path

from kezek_local.errors import CommandFailedError
from kezek_local.folders import CHECKOUT, Folders, Secrets, kafka_jars, write_private
from kezek_local.ports import Ports
from kezek_local.program import Program
from kezek_local.readiness import kafka_ready

ADMIN, BROKER = "admin", "broker"
"""Who may do everything: a person with SCRAM; the broker itself, known to its own settings, which makes the others."""
MEMORY = (
    "-Xmx160m",
    "-Xms64m",
    "-Xmn16m",
    "-XX:+UseSerialGC",
    "-XX:TieredStopAtLevel=1",
    "-Xss256k",
    "-XX:ReservedCodeCacheSize=48m",
    "-XX:MaxDirectMemorySize=64m",
)
SETTINGS = """\
process.roles=broker,controller
node.id=1
controller.quorum.bootstrap.servers=127.0.0.1:{controller}
controller.listener.names=CONTROLLER
listeners=SASL_PLAINTEXT://127.0.0.1:{kafka},CONTROLLER://127.0.0.1:{controller}
advertised.listeners=SASL_PLAINTEXT://127.0.0.1:{kafka},CONTROLLER://127.0.0.1:{controller}
# Who is not known is nobody, on the controller's listener too: whoever reached that could give rights away.
listener.security.protocol.map=CONTROLLER:SASL_PLAINTEXT,SASL_PLAINTEXT:SASL_PLAINTEXT
security.inter.broker.protocol=SASL_PLAINTEXT
sasl.enabled.mechanisms=SCRAM-SHA-512,PLAIN
sasl.mechanism.inter.broker.protocol=PLAIN
sasl.mechanism.controller.protocol=PLAIN
listener.name.controller.sasl.enabled.mechanisms=PLAIN
listener.name.controller.plain.sasl.jaas.config={plain} \\
  username="controller" password="{controller_password}" user_controller="{controller_password}";
listener.name.sasl_plaintext.plain.sasl.jaas.config={plain} \\
  username="{broker}" password="{broker_password}" user_{broker}="{broker_password}";
listener.name.sasl_plaintext.scram-sha-512.sasl.jaas.config={scram};
authorizer.class.name=org.apache.kafka.metadata.authorizer.StandardAuthorizer
allow.everyone.if.no.acl.found=false
super.users=User:{admin};User:{broker};User:controller
log.dirs={folder}/log
auto.create.topics.enable=false
num.partitions=12
num.network.threads=1
num.io.threads=2
offsets.topic.num.partitions=4
offsets.topic.replication.factor=1
share.coordinator.state.topic.num.partitions=1
share.coordinator.state.topic.replication.factor=1
share.coordinator.state.topic.min.isr=1
transaction.state.log.num.partitions=1
transaction.state.log.replication.factor=1
transaction.state.log.min.isr=1
group.initial.rebalance.delay.ms=0
broker.session.timeout.ms=2000
broker.heartbeat.interval.ms=500
log.cleaner.dedupe.buffer.size=8388608
log.cleaner.backoff.ms=500
log.index.size.max.bytes=1048576
"""


def make(folders: Folders, ports: Ports, secrets: Secrets) -> None:
    """Writes the settings, and formats the log folder if there is none yet."""
    folder = folders.data("kafka")
    folder.mkdir(parents=True, exist_ok=True)
    settings = folder / "server.properties"
    write_private(settings, _settings(folder, ports, secrets).encode())
    if not (folder / "log/meta.properties").exists():
        _format(_java(folder), settings)


def _settings(folder: Path, ports: Ports, secrets: Secrets) -> str:
    return SETTINGS.format(
        kafka=ports.kafka,
        controller=ports.controller,
        folder=folder,
        admin=ADMIN,
        broker=BROKER,
        broker_password=secrets[f"kafka-{BROKER}"],
        controller_password=secrets["kafka-controller"],
        plain="org.apache.kafka.common.security.plain.PlainLoginModule required",
        scram="org.apache.kafka.common.security.scram.ScramLoginModule required",
    )


def program(folders: Folders, ports: Ports) -> Program:
    """How it is run."""
    folder = folders.data("kafka")
    return Program(
        name="kafka",
        tier=0,
        argv=(*_java(folder), *MEMORY, "kafka.Kafka", str(folder / "server.properties")),
        cwd=folder,
        ready=kafka_ready(ports.kafka),
        settings=folder / "server.properties",
        ports=((ports.kafka, "Kafka"), (ports.controller, "Kafka's controller")),
    )


def _java(folder: Path) -> tuple[str, ...]:
    found = sorted(Path("/usr/lib/jvm").glob("java-17-openjdk-*/bin/java"))
    java = str(found[0]) if found else shutil.which("java")
    jars = kafka_jars()
    if java is None or not jars.is_dir():
        raise CommandFailedError("Java 17 or Kafka's jars are missing: run python3 deploy/local/bootstrap.py")
    log_settings = CHECKOUT / "deploy/local/kafka/log4j2.properties"
    classes = ("-cp", f"{jars}/*", f"-Djava.io.tmpdir={folder}", f"-Dlog4j2.configurationFile={log_settings}")
    return (java, *classes)


def _format(java: tuple[str, ...], settings: Path) -> None:
    cluster = base64.urlsafe_b64encode(uuid.uuid4().bytes).decode().rstrip("=")
    if cluster.startswith("-"):
        cluster = "k" + cluster[1:]
    goal = (
        "kafka.tools.StorageTool",
        "format",
        "-t",
        cluster,
        "-c",
        str(settings),
        "--standalone",
        "--ignore-formatted",
    )
    done = subprocess.run([*java, "-XX:TieredStopAtLevel=1", *goal], check=False, capture_output=True, text=True)  # noqa: S603
    if done.returncode != 0:
        raise CommandFailedError(f"Kafka's log folder could not be formatted:\n{done.stdout}{done.stderr}")
