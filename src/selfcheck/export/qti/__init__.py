"""QTI 2.1 and 3.0, which are one format in two spellings.

https://www.imsglobal.org/question/qtiv2p1/imsqti_infov2p1.html and
https://www.imsglobal.org/spec/qti/v3p0/impl
"""
