"""WebKit behind the few words of Playwright's that the tests of quizzes use.

Playwright drives a WebKit of its own alone, and no other speaks its language. So one set of tests
has this thin layer under it there: places by selector, and by role and name as the browser itself
reads them; pressing, typing, looking.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from selenium.webdriver import ActionChains, Keys
from selenium.webdriver.remote.webdriver import WebDriver
from selenium.webdriver.remote.webelement import WebElement

from tests.support.patience import until

ROLES = {
    "button": "button",
    "checkbox": "input[type=checkbox]",
    "combobox": "select",
    "group": "fieldset",
    "radio": "input[type=radio]",
    "status": "[role=status]",
    "textbox": "input[type=text], input:not([type]), textarea",
}
KEYS = {
    "ArrowDown": Keys.ARROW_DOWN,
    "ArrowUp": Keys.ARROW_UP,
    "Delete": Keys.DELETE,
    "Enter": Keys.ENTER,
    "Space": Keys.SPACE,
    "Tab": Keys.TAB,
}
HELD = {"ControlOrMeta": Keys.CONTROL, "Shift": Keys.SHIFT}
FIND = """
const [selector, ...roots] = arguments;
const found = new Set();
for (const root of roots) {
  if (selector.startsWith('xpath=')) {
    const all = document.evaluate(selector.slice(6), root, null, 7);
    for (let i = 0; i < all.snapshotLength; i += 1) found.add(all.snapshotItem(i));
  } else root.querySelectorAll(selector).forEach((each) => found.add(each));
}
return [...found];
"""
# What is hidden has no role, and the driver fails when it is asked for its name. It is asked
# only for names that may be the right one: each takes a call.
LIKELY = """
const [name, ...all] = arguments;
const line = (text) => (text ?? '').replace(/\\s+/g, ' ').trim();
const words = (e) => [e.ariaLabel, ...[e, ...(e.labels ?? [])].map((each) => each.textContent)];
return all.filter((e) => e.checkVisibility({ checkVisibilityCSS: true }))
  .filter((e) => name === null || words(e).some((text) => line(text).includes(name)));
"""
VISIBLE = """e => e.checkVisibility({ checkVisibilityCSS: true })
  && e.getBoundingClientRect().height > 0"""


class Page:
    """The one window of a driver."""

    def __init__(self, driver: WebDriver) -> None:
        self.driver = driver
        self.keyboard = Keyboard(driver)
        self.mouse = Mouse(driver)

    def goto(self, address: str) -> None:
        """Load a page."""
        self.driver.get(address)
        self._still()

    def reload(self) -> None:
        """Load the page again."""
        self.driver.refresh()
        self._still()

    def locator(self, selector: str) -> Locator:
        """Return the place that a CSS selector names."""
        return Locator(self, lambda: [self.driver.find_element("css selector", ":root")]).locator(
            selector
        )

    def get_by_text(self, text: str) -> Locator:
        """Return the innermost elements whose text holds *text*."""
        return self.locator(f'xpath=//body//*[text()[contains(., "{text}")]]')

    def evaluate(self, code: str, argument: Any = None) -> Any:
        """Return what JavaScript gives: an expression, or a function of *argument*."""
        return self.driver.execute_script(
            f"const it = ({code}); return typeof it === 'function' ? it(arguments[0]) : it;",
            argument,
        )

    def _still(self) -> None:
        # The driver presses where an element was before the page began to scroll to it.
        self.evaluate("document.documentElement.style.scrollBehavior = 'auto'")


class Keyboard:
    """Keys, for what has the focus."""

    def __init__(self, driver: WebDriver) -> None:
        self.driver = driver

    def press(self, keys: str) -> None:
        """Press a key, with others held, as `Shift+Tab`."""
        *held, key = keys.split("+")
        chain = ActionChains(self.driver)
        for each in held:
            chain.key_down(HELD[each])
        chain.send_keys(KEYS.get(key, key))
        for each in reversed(held):
            chain.key_up(HELD[each])
        chain.perform()

    def type(self, text: str) -> None:
        """Type a text."""
        ActionChains(self.driver).send_keys(text).perform()


class Mouse:
    """The pointer."""

    def __init__(self, driver: WebDriver) -> None:
        self.driver = driver

    def click(self, x: float, y: float) -> None:
        """Press at a point of the window."""
        chain = ActionChains(self.driver)
        chain.w3c_actions.pointer_action.move_to_location(round(x), round(y))  # type: ignore[no-untyped-call]
        chain.click().perform()


class Locator:
    """Elements that are looked for anew at each use."""

    def __init__(self, page: Page, find: Callable[[], list[WebElement]]) -> None:
        self.page = page
        self.find = find

    # Places in it.

    def locator(self, selector: str) -> Locator:
        """Return what a CSS selector, or `xpath=…`, names below."""
        script = self.page.driver.execute_script
        return Locator(self.page, lambda: script(FIND, selector, *self.find()))

    def get_by_role(self, role: str, *, name: str | None = None, exact: bool = False) -> Locator:
        """Return what has a role below, and the whole *name*, as the browser tells it."""
        assert exact or name is None
        every = self.locator(ROLES[role])

        def find() -> list[WebElement]:
            wanted = None if name is None else _line(name)
            script = self.page.driver.execute_script
            likely: list[WebElement] = script(LIKELY, wanted, *every.find())
            return [e for e in likely if wanted in (None, _line(e.accessible_name))]

        return Locator(self.page, find)

    def nth(self, index: int) -> Locator:
        """Return the element number *index*."""
        return Locator(self.page, lambda: self.find()[index : index + 1])

    @property
    def first(self) -> Locator:
        """The first element."""
        return self.nth(0)

    def all(self) -> list[Locator]:
        """Return a place for each element that is there now."""
        return [self.nth(index) for index in range(self.count())]

    # What is there.

    def count(self) -> int:
        """Return how many there are now."""
        return len(self.find())

    def one(self) -> WebElement:
        """Return the only element, once it is there."""
        found: list[WebElement] = until(self.find, lambda found: len(found) == 1)
        return found[0]

    def evaluate(self, code: str) -> Any:
        """Return what a function in JavaScript gives for the element."""
        return self.page.driver.execute_script(f"return ({code})(arguments[0])", self.one())

    def evaluate_all(self, code: str) -> Any:
        """Return what a function in JavaScript gives for the list of elements."""
        return self.page.driver.execute_script(f"return ({code})([...arguments])", *self.find())

    def get_attribute(self, name: str) -> str | None:
        """Return what is written in an attribute."""
        written: str | None = self.one().get_dom_attribute(name)
        return written

    def is_checked(self) -> bool:
        """Return whether a box is ticked."""
        return self.one().is_selected()

    def input_value(self) -> str:
        """Return what stands in a field."""
        return str(self.one().get_property("value"))

    # What is done.

    def click(self) -> None:
        """Press it."""
        element = self.one()
        until(element.is_enabled, bool)
        self.scroll_into_view_if_needed()
        element.click()

    def scroll_into_view_if_needed(self) -> None:
        """Bring it into the window."""
        self.evaluate("e => e.scrollIntoView({ block: 'center', behavior: 'instant' })")

    def select_option(self, *, index: int) -> None:
        """Pick an entry of a menu."""
        self.locator("option").nth(index).one().click()


class Expected:
    """Waits until a place is as it should be; fails with what it was instead."""

    def __init__(self, place: Locator) -> None:
        self.place = place

    def to_have_count(self, count: int) -> None:
        """Find so many."""
        until(self.place.count, lambda found: found == count)

    def to_be_attached(self) -> None:
        """Find it."""
        self.to_have_count(1)

    def to_have_attribute(self, name: str, value: str) -> None:
        """Find a value in an attribute."""
        until(lambda: self.place.get_attribute(name), lambda found: found == value)

    def to_have_js_property(self, name: str, value: object) -> None:
        """Find a value in a property."""
        until(lambda: self.place.one().get_property(name), lambda found: found == value)

    def to_contain_text(self, text: str) -> None:
        """Find a text in its text."""
        until(self._text, lambda found: _line(text) in found)

    def to_have_text(self, text: str) -> None:
        """Find a text, and no more."""
        until(self._text, lambda found: found == _line(text))

    def not_to_be_empty(self) -> None:
        """Find some text."""
        until(self._text, bool)

    def to_be_visible(self) -> None:
        """See it."""
        until(lambda: self.place.evaluate(VISIBLE), bool)

    def to_be_hidden(self) -> None:
        """See nothing of it."""
        until(lambda: self.place.count() and self.place.evaluate(VISIBLE), lambda seen: not seen)

    def to_be_checked(self) -> None:
        """Find it ticked."""
        until(self.place.is_checked, bool)

    def to_be_focused(self) -> None:
        """Find the focus on it."""
        until(lambda: self.place.evaluate("e => e === document.activeElement"), bool)

    def _text(self) -> str:
        return _line(self.place.evaluate("e => e.textContent"))


def _line(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()
