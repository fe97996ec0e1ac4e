"""A course that Sphinx alone builds."""

project = "A course"
selfcheck_course = "a-course"
selfcheck_plugins = ["stemcourse.plugin"]
selfcheck_functions = ["somewhere"]
