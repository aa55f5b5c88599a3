"""A picture of the data stands in the theme's own colours, whatever its shape."""

import numpy as np
import pytest

from playground.ui.theme import DARK, LIGHT, Theme
from playground.ui.widgets.tinted import tinted


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_nothing_is_the_field_and_full_strength_the_text(theme: Theme) -> None:
    picture = tinted(np.array([[0, 128, 255], [255, 0, 0]], np.uint8), theme)
    assert (picture.width(), picture.height()) == (3, 2)
    assert [picture.pixelColor(x, 0).name() for x in (0, 2)] == [theme.field.name(), theme.text.name()]
    assert picture.pixelColor(0, 1).name() == theme.text.name()
    middle, ends = picture.pixelColor(1, 0).lightness(), sorted((theme.field.lightness(), theme.text.lightness()))
    assert ends[0] < middle < ends[1]
