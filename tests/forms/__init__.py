"""The usual forms of one phenomenon, each in every place where a page may print it.

A matrix a module: forms as data, places as data, and what a careful clerk would write down for each combination. One test a form, so that
a failure names the form; the test prints the places and wordings in which it was read otherwise.
"""
