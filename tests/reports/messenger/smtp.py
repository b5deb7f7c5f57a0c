"""smtp.py - a mail server for the messenger's test.

    smtp.py CERTIFICATE KEY starttls|implicit|plain

Listens on a port of the kernel's choice and says which on its first line;
then one line of JSON for each mail.  It wants TLS and a login (plain: has
none), refuses recipients called "ditolak" for good and those called "penuh"
for now.  Of a mail to "lambat" the first time it says nothing for long.
"""
import asyncio
import json
import ssl
import sys

from aiosmtpd.smtp import SMTP, AuthResult


class Handler:
    slow = True

    async def handle_RCPT(self, server, session, envelope, address, options):
        if address.startswith("ditolak"):
            return "550 no such user"
        if address.startswith("penuh"):
            return "452 mailbox full"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        print(json.dumps({
            "from": envelope.mail_from, "to": envelope.rcpt_tos,
            "tls": server.transport.get_extra_info("ssl_object") is not None,
            "text": envelope.original_content.decode("utf-8")}), flush=True)
        if Handler.slow and envelope.rcpt_tos[0].startswith("lambat"):
            Handler.slow = False
            await asyncio.sleep(60)
        return "250 OK"


def login(server, session, envelope, mechanism, data):
    good = data.login == b"kantor" and data.password == b"rahasia surel"
    return AuthResult(success=good, handled=False)


async def main():
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(sys.argv[1], sys.argv[2])
    mode = sys.argv[3]
    options = {
        "starttls": {"tls_context": context, "require_starttls": True},
        "implicit": {"auth_require_tls": False},
        "plain": {"auth_require_tls": False}}[mode]
    server = await asyncio.get_running_loop().create_server(
        lambda: SMTP(Handler(), hostname="localhost", authenticator=login,
                     auth_required=True, **options), "127.0.0.1", 0,
        ssl=context if mode == "implicit" else None)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


asyncio.run(main())
