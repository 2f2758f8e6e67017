"""The application of the review: one page, and a form for each act on a card."""

from __future__ import annotations

import mimetypes
from threading import Lock
from typing import cast

import flask
from flask import Flask, Response
from werkzeug.exceptions import Forbidden, HTTPException, NotFound

from souverain.errors import SouverainError
from souverain.http.message import SECURITY
from souverain.intake.desk import Desk
from souverain.intake.telling import described
from souverain.pages import assets, words
from souverain.web.review.acts import ACTS, Acts
from souverain.web.review.admission import COOKIE, Admission
from souverain.web.review.sheet import Sheet, Told

MAX_FORM_BYTES = 100_000
LANGUAGE = "souverain-language"
# A form that comes with no referrer comes with no origin to hold it to.
OWN = {"Cache-Control": "no-store", "Referrer-Policy": "same-origin"}
SAID = Told()


class Views:
    """What each address of the review answers."""

    def __init__(self, desk: Desk, base: str, language: str, admission: Admission) -> None:
        self.language = language
        self.admission = admission
        self.sheet = Sheet(desk, base)
        self.acts = Acts(desk, base)
        self._lock = Lock()

    def admit(self) -> Response | None:
        """Refuse whoever may not come in; the token of the address is exchanged for the cookie."""
        asked = flask.request
        if not self.admission.is_host(asked.host):
            raise Forbidden("This is not the address that was printed.")
        if token := asked.args.get("token"):
            return self._exchange(token)
        if not self.admission.is_known(asked.cookies.get(COOKIE, "")):
            raise Forbidden("Open the address that the command printed.")
        if asked.method == "POST":
            origin = asked.headers.get("Origin", "")
            if not self.admission.is_own_form(asked.form.get("form", ""), origin):
                raise Forbidden("The form is none of this page's: go back and load it again.")
        return None

    def show(self) -> Response:
        """The page with the card that is asked for, else with the first that is open."""
        return self._page(flask.request.args.get("card", ""))

    def suggest(self) -> Response:
        """The entities that are like what is written."""
        return flask.jsonify(
            self.sheet.suggestions(flask.request.args.get("q", ""), self._tongue())
        )

    def asset(self, name: str) -> Response:
        """A file that the page is dressed with."""
        if name not in assets.read():
            raise NotFound
        kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
        return Response(assets.read()[name], content_type=kind)

    def do(self, act: str) -> Response:
        """Do what a form says: then the next card, or the same with what went wrong."""
        if act not in ACTS:
            raise NotFound
        form = flask.request.form.to_dict() | {"language": self._tongue()}
        with self._lock:
            try:
                item, told = ACTS[act](self.acts, form)
            except SouverainError as fault:
                return self._page(form.get("item", ""), Told(described(fault), is_fault=True), 400)
        if told:
            return self._page(item, Told(told))
        return cast("Response", flask.redirect(f"/?card={item}", 303))

    def fail(self, fault: HTTPException) -> Response:
        """A refusal in plain words."""
        told = f"{fault.code} {fault.name}. {fault.description}\n"
        return Response(told, fault.code, content_type="text/plain; charset=utf-8")

    def _exchange(self, token: str) -> Response:
        session = self.admission.exchange(token)
        if session is None:
            raise Forbidden("The address was used already: run the command again.")
        answer = cast("Response", flask.redirect("/", 303))
        answer.set_cookie(COOKIE, session, samesite="Strict", httponly=True)
        return answer

    def _tongue(self) -> str:
        asked = flask.request
        wanted = asked.args.get("lang") or asked.cookies.get(LANGUAGE, self.language)
        return wanted if wanted in words.LANGUAGES else self.language

    def _page(self, item: str, told: Told = SAID, status: int = 200) -> Response:
        language = self._tongue()
        content = self.sheet.page(item, language, self.admission.form, told)
        answer = Response(content, status, content_type="text/html; charset=utf-8")
        answer.set_cookie(LANGUAGE, language, samesite="Strict", httponly=True)
        return answer


def create_app(desk: Desk, base: str, language: str, admission: Admission) -> Flask:
    """The application over one desk."""
    app = Flask(__name__, static_folder=None)
    app.config["MAX_CONTENT_LENGTH"] = MAX_FORM_BYTES
    views = Views(desk, base, language, admission)
    app.before_request(views.admit)
    app.add_url_rule("/", "show", views.show)
    app.add_url_rule("/suggest.json", "suggest", views.suggest)
    app.add_url_rule("/assets/<path:name>", "asset", views.asset)
    app.add_url_rule("/<act>", "do", views.do, methods=["POST"])
    app.register_error_handler(HTTPException, views.fail)
    app.after_request(_secured)
    return app


def _secured(answer: Response) -> Response:
    answer.headers.update(SECURITY | OWN)
    return answer
