"""An app that shows a view as soon as it stands, and screens that are drawn once: no work that nobody would see."""

from __future__ import annotations

from contextlib import ExitStack
from typing import Self, TypeVar

from textual import events
from textual.app import App
from textual.containers import Container
from textual.geometry import Region
from textual.reactive import Reactive
from textual.screen import Screen
from textual.theme import Theme
from textual.widget import Widget
from textual.widgets._toast import ToastRack

Result = TypeVar("Result")


class QuickStart(App[int]):
    """Textual's app without the style work that nobody would see."""

    has_begun = False
    """True once the first screen stands and what is drawn is seen."""
    _settled = False
    """True once the theme is known."""
    _held: ExitStack | None = None
    """What keeps the last picture on the terminal while a view is being switched to."""

    def get_css_variables(self) -> dict[str, str]:
        """The colours of the theme; none before it is settled, as they would be worked out for nothing."""
        return super().get_css_variables() if self._settled else {}

    def start_in(self, theme: str, themes: tuple[Theme, ...]) -> None:
        """Make these themes known and begin in that one; for use before the app runs."""
        for each in themes:
            self.register_theme(each)
        self._settled = True
        self.theme = theme
        self.stylesheet.set_variables(self.get_css_variables())

    def refresh_css(self, animate: bool = True) -> None:
        """Take the styles afresh, once there is a picture they could change.

        Before that, Textual asks for it twice: for a theme other than its own, and for a first screen
        that stands among the modes. Both throw away every parsed sheet, some 10 ms of the start. New
        widgets are styled when they are mounted, so nothing is missed.
        """
        if self.has_begun:
            super().refresh_css(animate)

    def on_compose(self, event: events.Compose) -> None:
        """Nothing is to be composed beside the screens; Textual would mount the widgets of the first one once more."""
        event.prevent_default()

    def on_mount(self) -> None:
        """From here on what is drawn is seen."""
        self.has_begun = True

    def _refresh_notifications(self) -> None:
        """Show the notices there are; a screen that shows none, as there are none, is not laid out anew for that."""
        if self._notifications or any(rack.display for rack in self.screen.query(ToastRack)):
            super()._refresh_notifications()

    def delay_update(self, delay: float = 0.05) -> None:
        """Keep the picture until the screen that comes to the front says that it stands, or for that many seconds.

        Textual always waits them out: most of what a switch of views takes.
        """
        if self._held is None:
            self._held = ExitStack()
            self._held.enter_context(self.batch_update())
        self.set_timer(delay, self.show_now)

    def show_now(self) -> None:
        """Show what was held back, if anything was."""
        if self._held is not None:
            self._held.close()
            self._held = None
            self.screen.refresh()


class DrawnOnce(Screen[Result]):
    """A screen on which nothing is drawn again that has just been drawn."""

    focused: Reactive[Widget | None] = Reactive(None, repaint=False)
    """What takes the keys; what looks different for that draws itself, and the rest looks as before."""

    def _know_the_sheets(self) -> None:
        """Count the style sheets as read: a new screen is styled by them as they are, with nothing to catch up on.

        Textual takes every screen it has not shown yet for one that has missed a change of theme, and parses all
        sheets anew, twice at the first showing and once at the second.
        """
        self._css_update_count = self.app._css_update_count

    def _wear_size(self) -> None:
        """Put on the classes of the present size, so that the first picture is styled once and not again on layout."""
        width, height = self.app.size
        for extent, steps in ((width, self.app.HORIZONTAL_BREAKPOINTS), (height, self.app.VERTICAL_BREAKPOINTS)):
            worn = [name for least, name in steps or () if extent >= least]
            self.update_classes(dict.fromkeys(worn[-1:], True), update=False)

    def on_screen_resume(self, event: events.ScreenResume) -> None:
        """Hold the first picture until everything Textual does on coming to the front is done."""
        if self.outer_size != self.app.size:
            held = ExitStack()
            held.enter_context(self.app.batch_update())
            self.call_later(held.close)

    def refresh(self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False) -> Self:
        """Draw anew; where widgets only change their places, the layout draws what moved, came or went."""
        return super().refresh(*regions, repaint=repaint and not layout, layout=layout, recompose=recompose)

    def _compositor_refresh(self) -> None:
        """Draw what is marked, and after a full picture ask for no other.

        A layout draws what it moved and forgets the rest that was marked; Textual draws everything once more.
        """
        seen = self is self.app.screen and not self.app._batch_count
        if seen:
            self._compositor.update_widgets(self._dirty_widgets)
        whole = self._compositor.size.region in self._compositor._dirty_regions
        super()._compositor_refresh()
        if seen and whole:
            self._repaint_required = False
            for widget in self._compositor.visible_widgets:
                widget._repaint_required = False  # what it was to draw has just been drawn


class Backdrop(Container):
    """Stands behind widgets that cover it: no line of its own is worked out, though every picture begins with it."""

    BLANK = True
