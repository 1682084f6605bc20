"""A small dossier: one square, two party groups, one issue, everything filled in once."""

from collections.abc import Callable
from pathlib import Path

import pytest

from helpers.dossier.folder import read_folder
from helpers.dossier.model import Dossier

FILES = {
    "dossier.yaml": """\
id: plein
title: Het plein
story: |
  Eerste regel.

  Tweede regel, met café.
place: Eikenrode
body: raad
population: 8000
seats: 13
coalition: [lokaal]
as_of: 2026-09-15
proposal:
  parkeren: betaald
""",
    "stakeholders.csv": """\
id,name,kind,seats,power,attitude,judged_vote,vote_date
lokaal,Lokaal Eikenrode,fractie,7,8.5,-1,probably_against,2026-09-01
groen,"Groen, nu",fractie,6,6,1,certainly_for,2026-09-02
winkeliers,Winkeliers,business,,4,,,
""",
    "interests.csv": """\
id,stakeholder,position,interest,weight,certainty,source_kind,source,date,review_by
omzet,winkeliers,Betaald? Nee,Klanten houden,5,2,conversation,Gesprek,2026-08-01,2026-09-30
rust,groen,,Minder auto's,3,1,assumption,,,
stil,lokaal,Nee,,,1,,,,
""",
    "issues.csv": """\
id,name,question,added,brought_by
parkeren,Parkeren,Wie betaalt?,yes,groen
""",
    "options.csv": """\
id,issue,name,description,status_quo,brought_by
vrij,parkeren,Vrij parkeren,,yes,
betaald,parkeren,Betaald parkeren,,no,groen
""",
    "effects.csv": "option,interest,effect\nbetaald,omzet,-2\nbetaald,rust,2\nbetaald,stil,\n",
    "values.csv": "stakeholder,option,value\nwinkeliers,betaald,-12.5\n",
    "thresholds.csv": "stakeholder,no_deal,veto\nwinkeliers,0,no\n",
    "route.csv": """\
id,step,name,body,date,deciding,speaker,done,can_happen
cie,1,Commissie,committee,2026-10-01,no,lokaal,no,Het stuk kan worden aangehouden.
raad,2,Raad,council,2026-11-01,yes,,no,
""",
    "contacts.csv": """\
id,date,stakeholder,asked_by,channel,asked,heard,confirmed,position_after,convinced
een,2026-08-01,winkeliers,wethouder,gesprek,Wat nu?,Klanten blijven weg,yes,tegen,unknown
""",
    "assignments.csv": """\
id,client,given,wanted_by,fits,size,ready_made,solution
app,lokaal,Wij willen een app,2026-12-01,yes,too_big,yes,Een app
""",
    "intake.csv": """\
id,assignment,rung,heard,contact,confirmed,supports
app_1,app,situation,Niemand weet wat er speelt,,yes,hear
app_2,app,cause,De brief komt te laat,,no,
""",
    "parts.csv": "id,assignment,part,with_whom,agreed\nbouw,app,Bouwen,een bureau,no\n",
    "reframes.csv": "assignment,hear,client_agrees\napp,niemand weet wat er speelt,no\n",
    "preparations.csv": """\
id,stakeholder,date,why_now,questions
bellen,groen,2026-10-01,Het stuk komt eraan,Wat betekent dit voor u?
""",
    "groups.csv": "id,name,size,changes\nflat,Bewoners van flats,1200,De bak gaat weg\n",
    "aspects.csv": "id,name,weight\nkosten,Kosten,2.5\n",
    "expectations.csv": """\
group,aspect,expects,direction,expected,promised,judged,raised_by,handling
flat,kosten,Het wordt goedkoper,-1,6,3,-2,politics,repair
""",
    "goals.csv": """\
id,parent,text,indicator,baseline,target,year,source,owner,decision
schoon,,Minder restafval,kilo per inwoner,210,150,2028,weegbrug,wethouder,Raadsbesluit
apart,schoon,Meer apart,procent,40,60,2028,weegbrug,wethouder,
""",
    "measures.csv": "id,name\nbakken,Aparte bakken\n",
    "contributions.csv": "measure,goal,strength,argument\nbakken,apart,2,Elders gemeten\n",
    "messages.csv": """\
id,group,goal,why,what,when,will_not,ask
aan_flat,flat,apart,Waarom,,,,
""",
    "readbacks.csv": """\
id,message,reader,their_why,why_right
een,aan_flat,een buurvrouw,Minder,yes
""",
    "themes.csv": "id,name,question\nbuurt,Eenzaamheid,Wie kent wie?\n",
    "partners.csv": """\
id,name,kind,governing,financial,knows
wonen,De woningcorporatie,housing,no,unknown,Kent de huurders
""",
    "partner_themes.csv": """\
partner,theme,department,relevance,level,wish,owner,last_contact,rhythm,phase
wonen,buurt,Wonen,3,1,3,accounthouder,2026-05-01,90,4
""",
    "cooperation.csv": """\
partner,condition,ours,theirs,our_well,our_wish,their_well,their_wish
wonen,relation,4,2,We bellen,,Een vast gezicht,Eerder gevraagd worden
""",
    "regions.csv": "id,name,about\nnoord,Noord,Dorpen aan het water\n",
    "priorities.csv": """\
id,region,task,goal,rank,brought_by
eerst,noord,Woningen voor starters,Jongeren blijven in het dorp,1,
""",
    "stories.csv": """\
id,stakeholder,story,wish,heard,confirmed
een,winkeliers,Het plein loopt leeg,Meer aanloop,Zij zoekt klanten,yes
""",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return the folder with the files of the small dossier."""
    path = tmp_path / "plein"
    path.mkdir()
    for name, content in FILES.items():
        (path / name).write_text(content, "utf-8")
    return path


@pytest.fixture
def small(folder: Path) -> Dossier:
    """Return the small dossier."""
    return read_folder(folder)


@pytest.fixture
def edit(folder: Path) -> Callable[[str, str, str], None]:
    """Give a function that replaces a part of a file of the small dossier by something else."""

    def replace(name: str, old: str, new: str) -> None:
        text = (folder / name).read_text("utf-8")
        assert old in text
        (folder / name).write_text(text.replace(old, new, 1), "utf-8")

    return replace
