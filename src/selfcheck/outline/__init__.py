"""What a course consists of, for views over all of it: its pages, its questions, its objectives.

`frontend/src/outline.d.ts` says as `Outline` which members it has. On a site `site.py` writes it,
beside the questions of each bank; in JupyterLab `folder.py` reads it in the course's folder.
"""

from selfcheck.outline.asked import Ask, Pool, asked, pools
from selfcheck.outline.banks import Told, told
from selfcheck.outline.folder import outline

__all__ = ["Ask", "Pool", "Told", "asked", "outline", "pools", "told"]
