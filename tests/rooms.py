"""The plan of the house: every file, from the ground up, with what it may import; and every outside library, with its door.

A new file gets a row here before it may import anything. ``tests/test_rooms.py`` keeps the plan.
"""

from __future__ import annotations

ROOMS: dict[str, tuple[str, str]] = {
    # file: (rooms of ours, below generator/; outside libraries)
    # --- the ground: what everything stands on
    "generator/__init__.py": ("", ""),
    "generator/errors.py": ("", ""),
    "generator/look.py": ("", ""),
    "generator/tag_words.py": ("errors", ""),
    "generator/blocks.py": ("look", ""),
    "generator/colour.py": ("", ""),
    "generator/package.py": ("errors", ""),
    "generator/doctor.py": ("errors package", ""),
    "generator/svg.py": ("errors look", ""),
    "generator/readback.py": ("blocks errors", ""),
    # --- the profile: what is known
    "generator/profile/base.py": ("", "pydantic pydantic_core"),
    "generator/profile/checks.py": ("profile.base", "email_validator phonenumbers pydantic stdnum"),
    "generator/profile/forbidden.py": ("profile.checks", ""),
    "generator/profile/rule_ids.py": ("", ""),
    "generator/profile/accepting.py": ("profile.base profile.rule_ids", "pydantic"),
    "generator/profile/values.py": ("profile.base", "pydantic"),
    "generator/profile/activity_parts.py": ("profile.base profile.checks profile.values", "pydantic"),
    "generator/profile/activity.py": ("profile.activity_parts profile.base profile.values", "pydantic"),
    "generator/profile/cooperation.py": ("profile.activity profile.base profile.values", "pydantic"),
    "generator/profile/describe.py": ("profile.activity profile.base", "pydantic"),
    "generator/profile/finance.py": ("profile.base profile.values", "pydantic"),
    "generator/profile/person.py": ("profile.base profile.checks profile.values", "pydantic"),
    "generator/profile/letters.py": ("profile.activity profile.base profile.person profile.values", ""),
    "generator/profile/press.py": ("profile.base profile.checks profile.values", ""),
    "generator/profile/numbering.py": ("profile.base", "pydantic"),
    "generator/profile/occasions.py": ("profile.base profile.letters profile.press profile.values", ""),
    "generator/profile/party.py": ("profile.base profile.checks profile.person profile.values", "pydantic"),
    "generator/profile/partner.py": (
        "profile.accepting profile.base profile.cooperation profile.finance profile.occasions profile.party profile.values",
        "pydantic",
    ),
    "generator/profile/school.py": (
        "profile.accepting profile.activity profile.base profile.checks profile.numbering profile.party profile.person "
        "profile.values",
        "pydantic",
    ),
    "generator/profile/__init__.py": (
        "profile.activity profile.cooperation profile.finance profile.occasions profile.partner profile.party "
        "profile.person profile.school",
        "",
    ),
    "generator/profile/contacts.py": ("profile.cooperation profile.partner", ""),
    "generator/profile/rules_base.py": (
        "profile.activity profile.cooperation profile.finance profile.occasions profile.partner profile.party "
        "profile.person profile.school",
        "",
    ),
    "generator/profile/rules_activities.py": (
        "profile.activity profile.cooperation profile.person profile.rules_base profile.values",
        "",
    ),
    "generator/profile/rules_agreement.py": ("profile.rules_base", ""),
    "generator/profile/rules_dates.py": ("profile.activity profile.rules_base profile.values", ""),
    "generator/profile/rules_finance.py": ("profile.finance profile.rules_base", ""),
    "generator/profile/rules_parties.py": (
        "profile.checks profile.finance profile.party profile.person profile.rules_base",
        "",
    ),
    "generator/profile/rules_references.py": (
        "errors profile.activity profile.letters profile.party profile.person profile.rules_base",
        "",
    ),
    "generator/profile/rules_house.py": ("colour profile.rules_base profile.school", ""),
    "generator/profile/rules.py": (
        "errors profile.partner profile.rule_ids profile.rules_activities profile.rules_agreement profile.rules_base "
        "profile.rules_dates profile.rules_finance profile.rules_house profile.rules_parties profile.rules_references "
        "profile.school",
        "",
    ),
    "generator/profile/schema.py": ("profile.base profile.partner profile.school", ""),
    # --- loading: files to profiles
    "generator/load/places.py": ("errors", ""),
    "generator/load/translate.py": ("errors profile.activity profile.base profile.describe profile.rule_ids", ""),
    "generator/load/yaml_faults.py": ("", ""),
    "generator/load/yaml.py": ("errors load.places load.yaml_faults profile.base", "yaml"),
    "generator/load/nodes.py": ("load.yaml", "yaml"),
    "generator/load/profiles.py": (
        "errors load.translate load.yaml profile.base profile.forbidden profile.partner profile.rule_ids profile.rules "
        "profile.school",
        "pydantic",
    ),
    "generator/load/__init__.py": ("load.profiles", ""),
    "generator/load/sections.py": ("errors load.translate load.yaml profile.base", "pydantic"),
    "generator/load/paths.py": ("profile.describe profile.partner", ""),
    "generator/load/dump.py": ("", ""),
    "generator/load/edit.py": ("load.dump load.nodes load.yaml", ""),
    "generator/load/change.py": (
        "errors load.edit load.nodes load.paths load.profiles load.yaml profile.partner profile.rules profile.school",
        "",
    ),
    # --- wording: how values are written
    "generator/wording/cldr.py": ("", "babel"),
    "generator/wording/label_words_work.py": ("", ""),
    "generator/wording/label_words.py": ("wording.label_words_work", ""),
    "generator/wording/labels.py": ("errors wording.label_words", ""),
    "generator/wording/protocols.py": ("", ""),
    "generator/wording/sentences.py": ("", ""),
    "generator/wording/codes.py": ("wording.sentences", ""),
    "generator/wording/dates.py": ("wording.cldr wording.sentences", ""),
    "generator/wording/names.py": ("wording.protocols wording.sentences", ""),
    "generator/wording/addresses.py": ("wording.cldr wording.names wording.protocols wording.sentences", ""),
    "generator/wording/numbers.py": ("wording.cldr wording.sentences", ""),
    "generator/wording/salutations.py": ("wording.names wording.protocols wording.sentences", ""),
    "generator/wording/spelled.py": ("wording.numbers", ""),
    "generator/wording/__init__.py": (
        "wording.addresses wording.codes wording.dates wording.labels wording.names wording.numbers wording.salutations "
        "wording.sentences wording.spelled",
        "",
    ),
    # --- from profile to tree
    "generator/money.py": ("errors", ""),
    "generator/facts_parties.py": ("profile.cooperation profile.partner profile.party profile.person profile.school", ""),
    "generator/facts_activities.py": ("facts_parties profile.activity profile.person profile.rules_activities", ""),
    "generator/facts_press.py": ("facts_activities facts_parties profile.person profile.press", ""),
    "generator/facts_agreement.py": ("facts_activities facts_parties profile.activity profile.cooperation profile.party", ""),
    "generator/facts_term.py": ("facts_agreement profile.cooperation", ""),
    "generator/facts_budget.py": ("facts_parties money profile.cooperation profile.finance wording.dates", ""),
    "generator/facts_payments.py": ("errors facts_budget facts_parties money profile.finance", ""),
    "generator/facts_finance.py": (
        "errors facts_activities facts_budget facts_parties facts_payments money profile.cooperation profile.finance "
        "profile.party",
        "",
    ),
    "generator/facts.py": (
        "facts_activities facts_agreement facts_finance facts_parties facts_press facts_term profile.activity "
        "profile.cooperation profile.occasions profile.partner profile.school",
        "",
    ),
    "generator/about.py": ("errors profile.base profile.party", "pydantic"),
    "generator/shelf.py": ("errors", ""),
    "generator/word_kinds.py": ("about errors load.sections load.yaml profile.base profile.party", "pydantic"),
    "generator/layout_files.py": ("errors svg", ""),
    "generator/kinds.py": ("about errors layout_files load.sections load.yaml shelf word_kinds", ""),
    "generator/clauses.py": ("errors kinds load.sections load.yaml profile.base shelf", ""),
    "generator/missing.py": ("", "pydantic"),
    "generator/catalogue.py": (
        "load.sections load.yaml profile.activity profile.base profile.party profile.values shelf",
        "pydantic",
    ),
    "generator/asked.py": (
        "catalogue errors load.paths load.sections load.yaml missing profile profile.activity profile.base profile.describe",
        "",
    ),
    "generator/facts_letters.py": (
        "facts_activities facts_parties missing profile.activity profile.partner profile.person profile.school",
        "",
    ),
    "generator/occasions.py": ("about errors kinds missing profile", ""),
    "generator/lines.py": ("blocks errors", "markdown_it"),
    "generator/parse.py": ("blocks errors lines", "markdown_it mdit_py_plugins"),
    "generator/settle.py": ("blocks errors", ""),
    "generator/escape.py": ("", "markupsafe"),
    "generator/limits.py": ("", "jinja2"),
    "generator/texts.py": ("escape limits missing shelf wording", "jinja2 markupsafe pydantic"),
    "generator/source.py": ("clauses errors limits missing texts", "jinja2 markupsafe"),
    "generator/trace.py": ("clauses errors source texts", "jinja2"),
    "generator/order.py": ("catalogue facts facts_letters kinds missing occasions profile source", ""),
    "generator/articles.py": ("clauses errors order profile.cooperation shelf", ""),
    "generator/tree.py": ("blocks readback", ""),
    "generator/prose.py": ("about errors tree", ""),
    # --- advice: what experienced colleagues look at
    "generator/agenda/__init__.py": ("", ""),
    "generator/agenda/holidays.py": ("errors load.sections load.yaml profile.base profile.school profile.values", "holidays"),
    "generator/advice/__init__.py": ("", ""),
    "generator/advice/saying.py": ("errors load.yaml wording.dates wording.labels wording.numbers wording.sentences", ""),
    "generator/advice/forms.py": ("advice.saying errors profile.letters profile.person profile.rule_ids prose", ""),
    "generator/advice/base.py": (
        "agenda.holidays catalogue errors facts_activities facts_finance facts_parties profile profile.contacts "
        "profile.cooperation profile.finance profile.letters profile.occasions profile.party profile.rule_ids",
        "",
    ),
    "generator/advice/goals.py": ("advice.base profile.cooperation profile.party wording.dates", ""),
    "generator/advice/contact.py": (
        "advice.base facts_letters facts_parties profile.contacts profile.cooperation profile.letters profile.person",
        "",
    ),
    "generator/advice/thanks.py": ("advice.base facts_activities profile.activity profile.occasions wording.names", ""),
    "generator/advice/visible.py": ("advice.base profile.letters profile.press prose", ""),
    "generator/advice/network.py": (
        "advice.base profile profile.activity profile.cooperation profile.letters profile.party",
        "",
    ),
    "generator/advice/law.py": (
        "advice.base facts_activities facts_parties profile.activity profile.party profile.person wording.dates wording.names",
        "",
    ),
    "generator/advice/money.py": ("advice.base catalogue facts_parties money profile.finance profile.party", ""),
    "generator/advice/dates.py": (
        "advice.base advice.forms advice.thanks facts_parties profile.letters profile.occasions profile.partner profile.person "
        "wording.dates",
        "",
    ),
    "generator/advice/table.py": (
        "advice.base advice.contact advice.dates advice.goals advice.law advice.money advice.network advice.thanks "
        "advice.visible errors profile profile.rule_ids profile.rules",
        "",
    ),
    "generator/advice/naming.py": (
        "missing profile.activity profile.base profile.cooperation profile.describe profile.finance profile.partner "
        "profile.party profile.person profile.school wording.names",
        "",
    ),
    "generator/advice/looking.py": (
        "advice.base advice.naming advice.saying advice.table agenda.holidays catalogue errors profile profile.base "
        "profile.rules profile.school",
        "",
    ),
    # --- what is told of a document
    "generator/judge.py": (
        "about advice.base advice.forms advice.table blocks errors look missing order profile profile.letters profile.person "
        "profile.rules prose tree",
        "",
    ),
    # --- Word files from elsewhere, opened with care
    "generator/documents/__init__.py": ("", ""),
    "generator/documents/opened.py": ("errors", "lxml"),
    "generator/documents/dangers.py": ("documents.opened errors", "lxml"),
    # --- writers: from tree to file
    "generator/writers/__init__.py": ("", ""),
    "generator/writers/words.py": ("blocks", ""),
    "generator/writers/layouts.py": ("errors", ""),
    "generator/writers/docx_styles.py": ("errors", "jinja2 lxml"),
    "generator/writers/docx_read.py": ("settle writers.docx_styles", "lxml"),
    "generator/writers/docx_text.py": ("blocks errors writers.docx_styles writers.words", ""),
    "generator/writers/docx_zip.py": ("", ""),
    "generator/writers/docx_package.py": (
        "blocks writers.docx_styles writers.docx_text writers.docx_zip writers.words",
        "lxml",
    ),
    "generator/writers/docx_paragraph.py": ("blocks writers.docx_text", ""),
    "generator/writers/docx_table.py": ("blocks readback writers.docx_paragraph writers.docx_styles writers.docx_text", ""),
    "generator/writers/docx_numbers.py": ("writers.docx_text", ""),
    "generator/writers/docx_box.py": ("blocks readback writers.docx_paragraph writers.docx_table writers.docx_text", ""),
    "generator/writers/docx_body.py": (
        "blocks readback writers.docx_box writers.docx_numbers writers.docx_paragraph writers.docx_table writers.docx_text",
        "",
    ),
    "generator/writers/fonts.py": ("errors look package", "fontTools"),
    "generator/writers/docx_fonts.py": ("look writers.docx_package writers.docx_styles writers.fonts", "lxml"),
    "generator/writers/html_body.py": ("blocks readback", "markupsafe"),
    "generator/writers/own_page.py": ("errors look", ""),
    "generator/writers/html.py": (
        "blocks colour errors limits look svg writers.fonts writers.html_body writers.layouts writers.own_page writers.words",
        "jinja2 markupsafe",
    ),
    "generator/writers/overview.py": ("look writers.html", "jinja2 markupsafe"),
    "generator/writers/outline.py": ("blocks", ""),
    "generator/writers/pdf_logo.py": ("errors look svg writers.own_page", "PIL"),
    "generator/writers/pdf_engine.py": ("errors look package svg writers.fonts writers.html writers.pdf_logo", "weasyprint"),
    "generator/writers/pdf_margins.py": ("errors", ""),
    "generator/writers/pdf_read.py": ("", "pypdfium2"),
    "generator/writers/pdf_tags.py": ("", "pydyf weasyprint"),
    "generator/writers/pdf_forms.py": ("writers.fonts writers.pdf_read writers.pdf_tags", "pydyf"),
    "generator/writers/pdf_text.py": ("writers.fonts", "weasyprint"),
    "generator/writers/pdf_labels.py": (
        "errors look readback writers.html_body writers.pdf_engine writers.pdf_read writers.pdf_tags writers.pdf_text",
        "markupsafe",
    ),
    "generator/writers/pdf.py": (
        "blocks errors readback writers.fonts writers.html writers.layouts writers.pdf_engine writers.pdf_forms "
        "writers.pdf_logo writers.pdf_margins writers.pdf_read writers.pdf_tags writers.pdf_text writers.words",
        "",
    ),
    "generator/writers/picture.py": ("look package writers.pdf_engine", "pypdfium2 weasyprint"),
    "generator/writers/docx_logo.py": ("errors look svg writers.docx_text writers.picture", "docx"),
    "generator/writers/docx_house.py": (
        "colour look writers.docx_logo writers.docx_package writers.docx_styles writers.words",
        "lxml",
    ),
    "generator/writers/docx_tags.py": ("errors writers.docx_styles", "jinja2 lxml"),
    "generator/writers/docx_layout.py": (
        "documents.dangers documents.opened errors limits look writers.docx_fonts writers.docx_house writers.docx_package "
        "writers.docx_styles writers.docx_tags writers.docx_text writers.fonts",
        "docxtpl jinja2 lxml markupsafe",
    ),
    "generator/writers/docx_export.py": ("documents.opened look writers.docx_house writers.docx_zip", "lxml"),
    "generator/writers/docx.py": (
        "blocks errors readback writers.docx_body writers.docx_layout writers.docx_logo writers.docx_package "
        "writers.docx_paragraph writers.docx_read writers.docx_styles writers.docx_table writers.docx_text",
        "markupsafe",
    ),
    "generator/writers/office_pdf.py": ("errors readback writers.pdf_read", "pikepdf"),
    "generator/writers/docx_printed.py": ("documents.opened writers.docx_styles writers.docx_zip", "lxml"),
    "generator/writers/office.py": ("doctor errors package writers.docx_printed writers.office_pdf", "pikepdf"),
    "generator/writers/pdf_print.py": ("blocks errors readback writers.docx writers.fonts writers.office", ""),
    "generator/writers/text.py": ("blocks readback writers.layouts writers.words", ""),
    "generator/writers/markdown.py": ("blocks readback writers.words", ""),
    # --- post: what goes out with a batch
    "generator/post/__init__.py": ("", ""),
    "generator/post/eml.py": ("errors", ""),
    "generator/post/typeface.py": ("", ""),
    "generator/post/binder.py": ("errors post.typeface", "pikepdf pydyf"),
    "generator/post/sorting.py": ("wording.addresses wording.names", ""),
    "generator/post/labels.py": ("errors look package writers.fonts writers.pdf_labels", ""),
    # --- the upper floor: the whole of it, one job at a time
    "generator/house_style.py": ("errors layout_files look profile profile.school", ""),
    "generator/store.py": ("errors", ""),
    "generator/workers.py": ("errors", ""),
    "generator/outputs.py": ("store", ""),
    "generator/csv_file.py": ("", ""),
    # --- the register: what was made
    "generator/register/models.py": ("", "sqlalchemy"),
    "generator/register/migrations/versions/v0001_documents.py": ("", "alembic sqlalchemy"),
    "generator/register/migrations/versions/v0002_taken_back.py": ("", "alembic sqlalchemy"),
    "generator/register/migrations/env.py": ("register.models", "alembic"),
    "generator/register/database.py": ("errors store", "alembic sqlalchemy"),
    "generator/register/references.py": ("errors profile.numbering register.models", "sqlalchemy"),
    "generator/register/register.py": ("errors register.database register.models register.references", "sqlalchemy"),
    "generator/register/finding.py": ("errors register.models register.register", "sqlalchemy"),
    "generator/register/marks.py": ("errors register.finding register.models register.register store", "sqlalchemy"),
    "generator/register/verify.py": ("register.models register.register", ""),
    "generator/register/told.py": ("csv_file errors register.models register.verify", ""),
    "generator/register/__init__.py": ("profile profile.numbering register.database register.register", ""),
    # --- Word documents of the school's own
    "generator/documents/environment.py": ("limits missing texts", "jinja2 markupsafe"),
    "generator/documents/reading.py": ("", "lxml"),
    "generator/documents/values.py": (
        "documents.environment documents.reading errors missing writers.docx_text",
        "lxml",
    ),
    "generator/documents/lines.py": ("blocks documents.environment documents.reading documents.values missing", "lxml"),
    "generator/documents/tidy.py": ("documents.reading", "docxtpl lxml"),
    "generator/documents/template.py": (
        "documents.dangers documents.environment documents.opened documents.reading errors tag_words",
        "docxtpl jinja2 lxml",
    ),
    "generator/documents/filled.py": (
        "blocks documents.dangers documents.environment documents.lines documents.opened documents.reading "
        "documents.template documents.tidy documents.values errors limits missing tag_words texts writers.docx_package",
        "jinja2 lxml",
    ),
    "generator/documents/written.py": ("blocks errors readback tree word_kinds writers.office", ""),
    # --- one document, from order to file
    "generator/desk.py": (
        "articles blocks documents.filled documents.written errors house_style layout_files look order package parse profile "
        "settle source store trace wording writers.docx writers.html writers.markdown writers.office writers.outline "
        "writers.pdf writers.pdf_print writers.text writers.words",
        "",
    ),
    "generator/own_layouts.py": (
        "blocks desk errors house_style layout_files look package parse profile settle store word_kinds writers.docx_export "
        "writers.fonts",
        "",
    ),
    "generator/bind.py": ("blocks desk errors judge kinds occasions order", ""),
    "generator/starter.py": ("package profile.schema store", ""),
    "generator/workspace.py": ("errors load.profiles look package profile profile.rules shelf store word_kinds workers", ""),
    "generator/amend.py": ("errors load.change profile store workspace", ""),
    "generator/adding.py": ("asked catalogue errors load.change load.dump profile profile.activity workspace", ""),
    "generator/shapes.py": ("missing", "pydantic"),
    "generator/vocabulary.py": ("kinds look occasions order package shapes texts workspace", ""),
    "generator/documents/form.py": ("errors tag_words", "docxtpl_lint lxml"),
    "generator/documents/names.py": ("shapes tag_words wording", "jinja2"),
    "generator/documents/check.py": (
        "documents.dangers documents.environment documents.form documents.names documents.opened errors shapes tag_words "
        "vocabulary",
        "docxtpl_lint jinja2 lxml",
    ),
    "generator/documents/annotate.py": (
        "documents.check documents.dangers documents.form documents.opened documents.reading writers.docx_package "
        "writers.docx_text writers.docx_zip",
        "lxml",
    ),
    "generator/field_words.py": ("", ""),
    "generator/fields.py": (
        "about errors field_words missing order profile.party profile.person shapes vocabulary wording",
        "pydantic",
    ),
    "generator/fields_told.py": ("blocks fields look", ""),
    "generator/fields_run.py": (
        "blocks desk errors fields fields_told house_style kinds look store vocabulary workspace",
        "",
    ),
    "generator/documents/typefaces.py": ("documents.opened documents.reading documents.template", "lxml"),
    "generator/documents/looked_at.py": (
        "desk documents.annotate documents.check documents.form documents.opened documents.template documents.typefaces errors "
        "house_style kinds look store vocabulary word_kinds workspace writers.fonts",
        "",
    ),
    "generator/job.py": ("blocks errors workspace", ""),
    "generator/setting.py": (
        "advice.base advice.looking agenda.holidays catalogue job kinds package profile.rules workspace",
        "",
    ),
    "generator/plan.py": ("errors job judge kinds look occasions order profile setting workspace", ""),
    "generator/make.py": ("articles bind blocks desk errors judge plan profile.school tree writers.office", ""),
    "generator/choose.py": ("errors missing profile workspace", ""),
    "generator/inputs.py": ("house_style layout_files order package profile shelf word_kinds workspace", ""),
    "generator/versions.py": ("doctor package", ""),
    "generator/parcel.py": ("inputs kinds order plan profile store versions workspace", ""),
    "generator/keep.py": (
        "errors inputs job make order plan register.references register.register register.verify store",
        "",
    ),
    "generator/work.py": ("inputs job keep make plan register", ""),
    "generator/cluster.py": ("errors order parcel versions workers workspace", "dask distributed"),
    "generator/batch.py": (
        "cluster inputs job keep make order plan register register.database register.register store workers workspace",
        "",
    ),
    "generator/report.py": ("errors job kinds occasions", ""),
    "generator/tally.py": ("batch csv_file errors report", ""),
    "generator/mailing.py": (
        "batch blocks desk errors facts_letters house_style job kinds order outputs plan post.binder post.eml post.labels "
        "post.sorting readback store wording.addresses wording.names writers.layouts",
        "",
    ),
    "generator/documents/told.py": ("documents.form errors report", ""),
    # --- spreadsheets: many partners at once
    "generator/sheets/__init__.py": ("", ""),
    "generator/sheets/table.py": ("errors", ""),
    "generator/sheets/cells.py": ("errors profile.base sheets.table", ""),
    "generator/sheets/days.py": ("sheets.cells sheets.table wording.cldr", ""),
    "generator/sheets/forms.py": (
        "errors profile.base sheets.cells sheets.days sheets.table wording.cldr wording.label_words",
        "",
    ),
    "generator/sheets/columns.py": (
        "errors load.yaml package profile profile.describe profile.forbidden sheets.cells sheets.forms",
        "",
    ),
    "generator/sheets/marks.py": ("errors sheets.table", ""),
    "generator/sheets/marks_ods.py": ("sheets.marks sheets.table", ""),
    "generator/sheets/workbook.py": ("errors sheets.marks sheets.marks_ods sheets.table", "python_calamine"),
    "generator/sheets/text_table.py": ("errors sheets.table", ""),
    "generator/sheets/headings.py": ("errors sheets.columns sheets.table", ""),
    "generator/sheets/read.py": ("errors sheets.headings sheets.table sheets.text_table sheets.workbook", ""),
    "generator/sheets/places.py": ("sheets.columns", ""),
    "generator/sheets/rows.py": (
        "errors load.paths profile.partner sheets.cells sheets.columns sheets.forms sheets.headings sheets.places "
        "sheets.read sheets.table",
        "",
    ),
    "generator/sheets/known.py": ("errors load.profiles load.yaml profile workers workspace", ""),
    "generator/sheets/who.py": ("sheets.cells sheets.known sheets.rows store", ""),
    "generator/sheets/ids.py": ("sheets.cells sheets.rows store", ""),
    "generator/sheets/spots.py": (
        "facts_parties profile.occasions profile.partner profile.person sheets.cells sheets.columns sheets.places sheets.rows",
        "",
    ),
    "generator/sheets/complete.py": (
        "errors load.paths profile.partner sheets.columns sheets.ids sheets.places sheets.rows sheets.who",
        "",
    ),
    "generator/sheets/merge.py": (
        "errors load.paths load.profiles load.yaml profile profile.base profile.rules profile.rules_base sheets.complete "
        "sheets.known sheets.rows sheets.spots",
        "",
    ),
    "generator/sheets/write.py": (
        "errors load.dump load.edit load.nodes load.paths load.profiles load.yaml profile sheets.known sheets.merge",
        "",
    ),
    "generator/sheets/meet.py": ("errors sheets.ids sheets.known sheets.rows sheets.who workspace", ""),
    "generator/sheets/importing.py": (
        "errors load look profile sheets.known sheets.meet sheets.merge sheets.read sheets.rows sheets.write store workers "
        "workspace",
        "",
    ),
    "generator/sheets/xlsx.py": ("sheets.table", "openpyxl"),
    "generator/sheets/export.py": (
        "errors load.paths profile sheets.columns sheets.places sheets.spots sheets.table sheets.xlsx",
        "",
    ),
    "generator/sheets/annotate.py": ("errors sheets.export sheets.importing sheets.table sheets.xlsx", ""),
    "generator/sheets/run.py": ("errors sheets.annotate sheets.export sheets.importing store workspace", ""),
    "generator/sheets/partners.py": (
        "errors job load look profile profile.rules sheets.importing sheets.meet sheets.merge workspace",
        "",
    ),
    "generator/sheets/told.py": ("errors report sheets.importing sheets.meet", ""),
    # --- the agenda: what is due
    "generator/agenda/due.py": (
        "agenda.holidays facts_activities facts_finance facts_parties profile profile.cooperation profile.occasions "
        "profile.person",
        "",
    ),
    "generator/agenda/contract.py": ("agenda.due facts_term profile.contacts profile.cooperation", ""),
    "generator/agenda/people.py": (
        "agenda.due facts_activities profile.activity profile.person profile.rules_activities wording.dates",
        "",
    ),
    "generator/agenda/relation.py": ("agenda.due profile.contacts profile.cooperation", ""),
    "generator/agenda/letters.py": (
        "agenda.due facts_activities profile.activity profile.cooperation profile.letters profile.occasions",
        "",
    ),
    "generator/agenda/money.py": ("agenda.due facts_finance facts_parties facts_payments profile.finance", ""),
    "generator/agenda/said.py": ("", ""),
    "generator/agenda/words.py": (
        "agenda.said profile.person wording.codes wording.dates wording.labels wording.names wording.numbers wording.sentences",
        "",
    ),
    "generator/agenda/papers.py": ("agenda.due profile register register.database register.finding register.models", ""),
    "generator/agenda/agenda.py": (
        "agenda.contract agenda.due agenda.holidays agenda.letters agenda.money agenda.people agenda.relation agenda.said "
        "agenda.words errors facts_activities facts_parties look profile profile.cooperation wording.dates",
        "",
    ),
    "generator/agenda/told.py": ("agenda.agenda agenda.said errors report wording.dates", ""),
    "generator/agenda/ics.py": ("agenda.agenda agenda.due agenda.told", "icalendar"),
    "generator/agenda/run.py": (
        "agenda.agenda agenda.due agenda.holidays agenda.ics agenda.papers errors package profile store workspace",
        "",
    ),
    "generator/advise.py": (
        "advice.base advice.looking advice.saying advice.table agenda.due agenda.papers errors kinds look profile "
        "setting workspace",
        "",
    ),
    "generator/advise_told.py": ("advise errors report", ""),
    "generator/catalogue_told.py": (
        "asked catalogue profile.activity profile.party shelf wording.labels wording.sentences",
        "",
    ),
    # --- the network at a glance
    "generator/network/__init__.py": ("", ""),
    "generator/network/said.py": ("", ""),
    "generator/network/standing.py": (
        "agenda.agenda agenda.due agenda.run agenda.words errors facts_term profile.contacts profile.cooperation profile.party",
        "",
    ),
    "generator/network/charts.py": ("", ""),
    "generator/network/told.py": (
        "agenda.told errors network.said network.standing report wording.dates wording.labels wording.numbers",
        "",
    ),
    "generator/network/page.py": (
        "agenda.agenda agenda.said agenda.told errors network.charts network.said network.standing network.told "
        "profile.cooperation profile.party wording.dates wording.labels",
        "",
    ),
    "generator/network/run.py": (
        "advice.looking advise agenda.papers agenda.run errors house_style network.page network.standing package "
        "setting store workspace writers.overview",
        "",
    ),
    "generator/diary.py": ("errors load.change profile profile.contacts profile.cooperation", ""),
    # --- a batch, from beginning to end
    "generator/rounds.py": ("batch choose errors job mailing outputs setting sheets.partners store tally workspace", ""),
    # --- own texts
    "generator/own/__init__.py": ("", ""),
    "generator/own/expressions.py": ("", "jinja2"),
    "generator/own/languages.py": ("errors own.expressions shelf texts", "jinja2"),
    "generator/own/listing.py": ("errors kinds shelf workspace", ""),
    "generator/own/export.py": ("errors own.listing shelf store workspace", ""),
    "generator/own/diff.py": ("own.listing", ""),
    "generator/own/markdown.py": ("errors lines settle shelf", ""),
    "generator/own/parsed.py": ("errors tag_words", "jinja2"),
    "generator/own/pages.py": (
        "clauses documents.names errors kinds own.listing own.markdown own.parsed shapes shelf texts vocabulary workspace",
        "jinja2",
    ),
    "generator/own/trials.py": (
        "articles bind blocks desk errors escape judge kinds occasions order profile trace tree",
        "pydantic",
    ),
    "generator/own/check.py": (
        "articles errors kinds order own.languages own.listing own.pages own.trials package profile vocabulary workspace",
        "",
    ),
    "generator/own/told.py": ("errors own.check own.diff own.listing report", ""),
    # --- the commands: what a word on the command line does, and what it prints
    "generator/commands/__init__.py": ("", ""),
    "generator/commands/printing.py": ("errors job report", "click"),
    "generator/commands/group.py": ("commands.printing errors", "click"),
    "generator/commands/options.py": (
        "errors kinds occasions register register.finding register.register workers workspace",
        "click",
    ),
    "generator/commands/layouts.py": (
        "commands.group commands.options commands.printing errors own_layouts workspace",
        "click",
    ),
    "generator/commands/looking.py": (
        "commands.options commands.printing doctor errors kinds own_layouts profile.schema report starter workspace",
        "click",
    ),
    "generator/commands/making.py": (
        "batch commands.options commands.printing desk errors job mailing report rounds tally work",
        "click rich",
    ),
    "generator/commands/kept.py": (
        "commands.group commands.options commands.printing errors "
        "register.finding register.marks register.models register.told register.verify",
        "click",
    ),
    "generator/commands/texts.py": (
        "commands.group commands.options commands.printing errors own.check own.diff own.export own.listing own.told",
        "click",
    ),
    "generator/commands/keeping.py": (
        "agenda.run agenda.told amend commands.options commands.printing diary errors network.run network.told workspace",
        "click",
    ),
    "generator/commands/advising.py": (
        "adding advise advise_told amend asked catalogue catalogue_told commands.group commands.keeping "
        "commands.options commands.printing errors profile.activity profile.party workspace",
        "click",
    ),
    "generator/commands/tables.py": ("commands.options commands.printing errors report sheets.run sheets.told", "click"),
    "generator/commands/documents.py": (
        "commands.group commands.options commands.printing documents.looked_at documents.told errors fields_run fields_told "
        "workspace",
        "click",
    ),
    # --- the door
    "cli.py": (
        "commands.advising commands.documents commands.group commands.keeping commands.kept commands.layouts "
        "commands.looking commands.making commands.tables commands.texts",
        "click",
    ),
}

DOORS: dict[str, tuple[str, ...]] = {
    # each outside library, and the only rooms that may open it
    "alembic": ("generator/register/database.py", "generator/register/migrations/*"),
    "babel": ("generator/wording/cldr.py",),
    "click": ("cli.py", "generator/commands/*"),
    "dask": ("generator/cluster.py",),
    "distributed": ("generator/cluster.py",),
    "docx": ("generator/writers/docx*",),
    "docxtpl": ("generator/writers/docx*", "generator/documents/*"),
    "docxtpl_lint": ("generator/documents/form.py", "generator/documents/check.py"),
    "email_validator": ("generator/profile/checks.py",),
    "fontTools": ("generator/writers/fonts.py",),
    "holidays": ("generator/agenda/holidays.py",),
    "icalendar": ("generator/agenda/ics.py",),
    "jinja2": (
        "generator/documents/*",
        "generator/limits.py",
        "generator/own/*",
        "generator/source.py",
        "generator/texts.py",
        "generator/trace.py",
        "generator/writers/*",
    ),
    "lxml": (
        "generator/writers/docx*",
        "generator/documents/*",
    ),
    "markdown_it": ("generator/lines.py", "generator/parse.py"),
    "markupsafe": (
        "generator/documents/*",
        "generator/escape.py",
        "generator/source.py",
        "generator/texts.py",
        "generator/word_kinds.py",
        "generator/writers/*",
    ),
    "mdit_py_plugins": ("generator/parse.py",),
    "openpyxl": ("generator/sheets/xlsx.py",),
    "phonenumbers": ("generator/profile/checks.py",),
    "pydantic": (
        "generator/profile/*",
        "generator/load/*",
        "generator/about.py",
        "generator/catalogue.py",
        "generator/fields.py",
        "generator/missing.py",
        "generator/own/trials.py",
        "generator/shapes.py",
        "generator/texts.py",
        "generator/word_kinds.py",
    ),
    "pydantic_core": ("generator/profile/*", "generator/load/*"),
    "pypdfium2": ("generator/writers/pdf_read.py", "generator/writers/picture.py"),
    "python_calamine": ("generator/sheets/workbook.py",),
    "sqlalchemy": ("generator/register/*",),
    "stdnum": ("generator/profile/checks.py",),
    "PIL": ("generator/writers/pdf_logo.py",),
    "pikepdf": ("generator/post/binder.py", "generator/writers/office*"),
    "pydyf": ("generator/writers/pdf*", "generator/post/binder.py"),
    "weasyprint": ("generator/writers/pdf*", "generator/writers/picture.py"),
    "rich": ("generator/commands/making.py",),
    "yaml": ("generator/load/yaml.py", "generator/load/nodes.py"),
}

DISTRIBUTIONS = {
    # the library as it is imported, and the package that brings it, where the two differ
    "PIL": "pillow",
    "dask": "distributed",
    "docx": "python-docx",
    "docxtpl_lint": "docxtpl-lint",
    "email_validator": "email-validator",
    "fontTools": "fonttools",
    "markdown_it": "markdown-it-py",
    "mdit_py_plugins": "mdit-py-plugins",
    "pydantic_core": "pydantic",
    "python_calamine": "python-calamine",
    "stdnum": "python-stdnum",
    "yaml": "pyyaml",
}
