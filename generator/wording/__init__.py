"""Wording: how values are written in Dutch and English. In: names, dates, amounts, codes. Out: plain text, never markup.

``filters`` is what the texts use (``{{ cooperation.start | date }}``); every filter gets a value, never None.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache, partial
from types import MappingProxyType

from generator.wording import addresses, codes, dates, labels, names, numbers, salutations, sentences, spelled

LANGUAGES = labels.LANGUAGES

Filter = Callable[..., object]

IN_A_LANGUAGE: dict[str, Filter] = {
    # dates and times
    "date": dates.long_date,
    "weekday_date": dates.weekday_date,
    "short_date": dates.short_date,
    "day_month": dates.day_month,
    "weekday_day": dates.weekday_day,
    "weekday": dates.weekday,
    "moment": dates.moment,
    "time": dates.time_of_day,
    "clock": dates.clock,
    "time_range": dates.time_range,
    "clock_range": dates.clock_range,
    "period": dates.period,
    "short_period": dates.short_period,
    "school_years": dates.school_years,
    # numbers and codes
    "money": numbers.money,
    "price": numbers.price,
    "money_letter": numbers.money_letter,
    "money_press": numbers.money_press,
    "discount": numbers.discount,
    "number": numbers.number,
    "percent": numbers.percent,
    "in_words": spelled.in_words,
    "money_in_words": spelled.money_in_words,
    "phone": codes.phone,
    # people and places
    "name": names.name,
    "addressed": names.addressed,
    "polite_name": names.polite_name,
    "salutation": salutations.salutation,
    "street": addresses.street,
    "address": addresses.address,
    "address_block": addresses.address_block,
    # sentences
    "conjunction": sentences.conjunction,
    "fold": sentences.fold,
    "titled": sentences.titled,
    "label": labels.label,
}
IN_ANY_LANGUAGE: dict[str, Filter] = {
    "days_until": dates.days_until,
    "iban": codes.iban,
    "plain_name": names.plain_name,
    "full_name": names.full_name,
    "surname": names.surname,
    "sort_name": names.sort_name,
    "sort_key": names.sort_key,
    "start": sentences.start,
    "lower_first": sentences.lower_first,
    "full_stop": sentences.full_stop,
    "count": sentences.count,
    "amounts": numbers.amounts,
    "working_days_until": dates.working_days_until,
}


@cache
def filters(language: str) -> Mapping[str, Filter]:
    """All filters of the texts, for ``nl`` or ``en``. Raises ValueError for another language."""
    if language not in LANGUAGES:
        raise ValueError(f"no wording for language '{language}'; choose from: {', '.join(LANGUAGES)}")
    ours = {name: partial(write, language=language) for name, write in IN_A_LANGUAGE.items()}
    return MappingProxyType(ours | IN_ANY_LANGUAGE)
