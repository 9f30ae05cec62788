"""Where the workbench answers: loopback without token, any other address with one."""

from __future__ import annotations

import pytest

from extractor.web.serving import PortTaken, listen


def test_on_this_machine_no_token_is_asked() -> None:
    with listen("127.0.0.1", 0) as door:
        port = door.listening.getsockname()[1]
        assert door.address == f"http://127.0.0.1:{port}/"
        assert door.admission.token == ""
        assert door.admission.hosts == {f"{name}:{port}" for name in ("127.0.0.1", "localhost", "[::1]")}


def test_others_need_the_token_in_the_address() -> None:
    with listen("0.0.0.0", 0) as door:  # noqa: S104 - that is what is tried
        address, _, token = door.address.partition("/?token=")
        assert len(token) >= 32
        assert token == door.admission.token
        assert address.removeprefix("http://") in door.admission.hosts
        assert "0.0.0.0" not in address  # noqa: S104


def test_a_port_that_is_taken_is_an_error_that_names_it() -> None:
    with listen("127.0.0.1", 0) as door:
        port = door.listening.getsockname()[1]
        with pytest.raises(PortTaken) as raised, listen("127.0.0.1", port):
            pass
    assert raised.value.where == f"127.0.0.1:{port}"
